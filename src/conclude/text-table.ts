import type { CaseStore, SketchRow } from '../case/store.ts';
import { SortedSketches } from '../examine/near-duplicates/components.ts';
import { readSketch } from '../examine/near-duplicates/sketch.ts';
import { Column } from '../spill/column.ts';
import type { Scratch } from '../spill/scratch.ts';
import { PackedIds } from './packed-ids.ts';

/** Bits of a mark. */
const MESSAGE = 1;
const FILE_OF_LEAK = 2;
const FILE_OF_ARCHIVE = 4;
const READ_BY_OCR = 8;

/** Texts of leak and archive that are long enough, by their places in path order: 21 bytes each. */
export class TextTable {
  readonly sketches: SortedSketches;
  readonly #rows = new Column((length) => new Float64Array(length));
  readonly #ids = new PackedIds();
  readonly #marks = new Column((length) => new Uint8Array(length));

  private constructor(scratch: Scratch) {
    this.sketches = new SortedSketches(scratch);
  }

  static of(store: Pick<CaseStore, 'sketches'>, scratch: Scratch): TextTable {
    const texts = new TextTable(scratch);
    for (const text of store.sketches()) texts.#add(text);
    return texts;
  }

  get length(): number {
    return this.#rows.length;
  }

  row(place: number): number {
    return this.#rows.at(place);
  }

  idOf(place: number): string {
    return this.#ids.at(place);
  }

  isMessage(place: number): boolean {
    return this.#is(place, MESSAGE);
  }

  /** What a machine misread is no difference between two documents. */
  isWritten(place: number): boolean {
    return !this.#is(place, READ_BY_OCR);
  }

  /** Gives the places of files that are asked for in path order, by row; -1 for those without a text. */
  placesOf(role: SketchRow['role']): (row: number) => number {
    const mark = role === 'leak' ? FILE_OF_LEAK : FILE_OF_ARCHIVE;
    let next = this.#nextOf(mark, 0);
    return (row) => {
      if (next >= this.length || this.row(next) !== row) return -1;
      const place = next;
      next = this.#nextOf(mark, next + 1);
      return place;
    };
  }

  #nextOf(mark: number, from: number): number {
    let place = from;
    while (place < this.length && !this.#is(place, mark)) place++;
    return place;
  }

  #is(place: number, mark: number): boolean {
    return (this.#marks.at(place) & mark) !== 0;
  }

  #add({ row, id, role, kind, sketch, ocr }: SketchRow): void {
    this.sketches.add(readSketch(sketch));
    this.#rows.push(row);
    this.#ids.push(id);
    const isContainer = kind === 'archive' || kind === 'mailbox';
    const file = isContainer ? 0 : role === 'leak' ? FILE_OF_LEAK : FILE_OF_ARCHIVE;
    this.#marks.push((kind === 'message' ? MESSAGE : file) | (ocr ? READ_BY_OCR : 0));
  }
}
