import { RecordSort } from '../../spill/record-sort.ts';
import type { Scratch } from '../../spill/scratch.ts';
import { hashText } from '../../spill/text-hash.ts';
import type { UnionFind } from './union-find.ts';

/** An id that more documents share than this is a program's or a template's. */
const MOST_SHARING = 200;

/** Ids of one kind, of which documents bear some each, sorted by their hashes. */
export class SharedIds {
  readonly #scratch: Scratch;
  readonly #bearings: RecordSort;
  readonly #hash = { high: 0, low: 0 };

  constructor(scratch: Scratch) {
    this.#scratch = scratch;
    this.#bearings = new RecordSort(scratch, 4, 2);
  }

  /** Documents come in the order of their numbers. @param place what tells it from other ids of the document */
  add(file: number, id: string, place: number): void {
    const { high, low } = hashText(id, this.#hash);
    this.#bearings.add(high, low, file, place);
  }

  /**
   * Joins documents that share an id.
   *
   * @returns where those ids first stand, in this order: a document and the place in it
   */
  join(joined: UnionFind, isCounted: (file: number) => boolean): RecordSort {
    const shared = new RecordSort(this.#scratch, 2, 2);
    const bearings = this.#bearings.read();
    let [high, low, place, count] = [0, 0, 0, 0];
    const bearers = new Int32Array(MOST_SHARING + 1);
    const close = () => {
      if (count < 2 || count > MOST_SHARING) return;
      const first = bearers[0] ?? 0;
      for (const other of bearers.subarray(1, count)) joined.join(first, other);
      shared.add(first, place);
    };
    while (bearings.next()) {
      const file = bearings.word(2);
      if (!isCounted(file)) continue;
      if (count === 0 || bearings.word(0) !== high || bearings.word(1) !== low) {
        close();
        [high, low, place, count] = [bearings.word(0), bearings.word(1), bearings.word(3), 0];
      }
      if (count <= MOST_SHARING && (count === 0 || bearers[count - 1] !== file)) bearers[count++] = file;
    }
    close();
    return shared;
  }
}
