import { type Digest, digestOf } from '../examine/duplicates/digest.ts';
import type { TracedDocument } from '../examine/traces/index.ts';
import { Column } from '../spill/column.ts';
import { RecordSort } from '../spill/record-sort.ts';
import type { Scratch } from '../spill/scratch.ts';
import { ValueList } from '../spill/value-list.ts';
import { earlier, type TracedFile } from './parts/count-traces.ts';

/** What of a file is asked for again: revision ids, which are many, are sorted when they come. */
export type KeptFile = Pick<TracedFile, 'document' | 'conflicts'> & Omit<TracedFile['marks'], 'rsids'>;

/** In place of a file's place: its bytes are those of an earlier one. */
const COPY = 2 ** 32 - 1;

/**
 * Documents with metadata by number, in path order within each piece: 12 bytes each, and the rest in a file. Pieces know
 * of copies of the same bytes among their own alone; `settle` finds the others, by sorting.
 */
export class TracedFiles {
  readonly #kept: ValueList<KeptFile>;
  /** Where what is kept of a file stands: elsewhere than it was put once copies were added to it. */
  readonly #places = new Column((length) => new Uint32Array(length));
  readonly #hashes: RecordSort;
  readonly #digest: Digest = { words: new Int32Array(4) };

  constructor(scratch: Scratch) {
    this.#kept = new ValueList(scratch);
    this.#hashes = new RecordSort(scratch, 5, 4);
  }

  get length(): number {
    return this.#places.length;
  }

  /** Its number. */
  add({ sha256, document, conflicts, marks: { pdfId, documentIds } }: TracedFile): number {
    const number = this.#places.length;
    const [a = 0, b = 0, c = 0, d = 0] = digestOf(sha256, this.#digest);
    this.#hashes.add(a, b, c, d, number);
    this.#places.push(this.#kept.add({ document, conflicts, pdfId, documentIds }));
    return number;
  }

  /** The first file of some bytes stands for all of them. @param merged is told which have copies elsewhere */
  settle(merged: (file: number) => void): void {
    const hashes = this.#hashes.read();
    const last = new Int32Array(4);
    let same: number[] = [];
    const close = () => {
      const [first, ...copies] = same;
      if (first === undefined || copies.length === 0) return;
      this.#places.set(first, this.#kept.add(this.#withCopies(first, copies)));
      for (const copy of copies) this.#places.set(copy, COPY);
      merged(first);
    };
    while (hashes.next()) {
      if (last.some((word, at) => word !== hashes.word(at))) {
        close();
        same = [];
        for (let at = 0; at < last.length; at++) last[at] = hashes.word(at);
      }
      same.push(hashes.word(4));
    }
    close();
  }

  /** False for copies. */
  isFirst(file: number): boolean {
    return this.#places.at(file) !== COPY;
  }

  /** Of a first one. */
  at(file: number): KeptFile {
    return this.#kept.get(this.#places.at(file));
  }

  #withCopies(first: number, others: readonly number[]): KeptFile {
    const { document, ...rest } = this.at(first);
    const copies: TracedDocument['copies'] = [...document.copies];
    let { carrier } = document;
    for (const other of others) {
      const { row, id, carrier: another, copies: more } = this.at(other).document;
      copies.push({ row, id });
      for (const copy of more) copies.push(copy);
      carrier = earlier(carrier, another);
    }
    return { document: { ...document, copies, carrier }, ...rest };
  }
}
