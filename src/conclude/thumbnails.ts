import { RecordSort } from '../spill/record-sort.ts';
import type { Scratch } from '../spill/scratch.ts';
import { hashText } from '../spill/text-hash.ts';
import { ValueList } from '../spill/value-list.ts';

/** Previews that are items of their own, brought to their documents by sorting paths. */
export class Thumbnails {
  /** A path, and a document, or a preview as a number below zero. */
  readonly #paths: RecordSort;
  readonly #previews: ValueList<string>;
  readonly #hash = { high: 0, low: 0 };

  constructor(scratch: Scratch) {
    this.#paths = new RecordSort(scratch, 3, 2);
    this.#previews = new ValueList(scratch);
  }

  addDocument(path: string, file: number): void {
    this.#add(path, file);
  }

  /** @param path of its document */
  addPreview(path: string, sha256: string): void {
    this.#add(path, -1 - this.#previews.add(sha256));
  }

  /** The hash of a preview. */
  at(preview: number): string {
    return this.#previews.get(preview);
  }

  /** Documents that have one, in the order of their numbers; of several the last. */
  *found(scratch: Scratch): IterableIterator<readonly [file: number, preview: number]> {
    if (this.#previews.length === 0) return;
    const found = new RecordSort(scratch, 2, 1);
    const paths = this.#paths.read();
    let [high, low, preview] = [0, 0, -1];
    let files: number[] = [];
    const close = () => {
      if (preview >= 0) for (const file of files) found.add(file, preview);
    };
    while (paths.next()) {
      if (paths.word(0) !== high || paths.word(1) !== low) {
        close();
        [high, low, preview, files] = [paths.word(0), paths.word(1), -1, []];
      }
      const number = paths.word(2);
      if (number < 0) preview = -1 - number;
      else files.push(number);
    }
    close();
    const records = found.read();
    while (records.next()) yield [records.word(0), records.word(1)];
  }

  #add(path: string, number: number): void {
    const { high, low } = hashText(path, this.#hash);
    this.#paths.add(high, low, number);
  }
}
