import { RecordSort } from '../../spill/record-sort.ts';
import type { Scratch } from '../../spill/scratch.ts';
import type { UnionFind } from './union-find.ts';

/** A revision id that more documents share is a template's: at least this many, or this share of all. */
const LEAST_COMMON = 5;
const COMMON_SHARE = 0.02;
const MOST_COMMON = 40;
/** Shared by two documents, this many rare ids are no chance: one alone is in about 2 % of pairs of one template. */
const LEAST_SHARED = 2;
/** Ids of one pair that are looked at. */
const MOST_OF_PAIR = 8;
/** Attack: thousands of documents made to share thousands of ids, each pair of them: 240 MB of a file, at most. */
const MOST_PAIRS = 20_000_000;

/** An id that two documents share, who share others as well. */
export interface RevisionLink {
  readonly one: number;
  readonly id: number;
}

/** Revision ids of documents (ECMA-376 part 1, 17.15.1.72), sorted. */
export class SharedRevisions {
  readonly #scratch: Scratch;
  readonly #bearings: RecordSort;
  /** The first id of a pair, both documents, an id: in the order in which ids join documents. */
  readonly #links: RecordSort;

  constructor(scratch: Scratch) {
    this.#scratch = scratch;
    this.#bearings = new RecordSort(scratch, 2, 1);
    this.#links = new RecordSort(scratch, 4, 3);
  }

  /** Documents come in the order of their numbers. */
  add(file: number, ids: readonly number[]): void {
    for (const id of ids) this.#bearings.add(id, file);
  }

  /**
   * Joins pairs of documents that share at least two ids borne by few.
   *
   * @param bearing how many of those that are counted bear any
   */
  join(joined: UnionFind, bearing: number, isCounted: (file: number) => boolean): void {
    const mostBearers = Math.min(MOST_COMMON, Math.max(LEAST_COMMON, Math.floor(bearing * COMMON_SHARE)));
    const pairs = this.#pairs(mostBearers, isCounted).read();
    let [one, other] = [-1, -1];
    let ids: number[] = [];
    const close = () => {
      if (ids.length < LEAST_SHARED) return;
      joined.join(one, other);
      for (const id of ids) this.#links.add(ids[0] ?? id, one, other, id);
    };
    while (pairs.next()) {
      if (pairs.word(0) !== one || pairs.word(1) !== other) {
        close();
        [one, other, ids] = [pairs.word(0), pairs.word(1), []];
      }
      if (ids.length < MOST_OF_PAIR) ids.push(pairs.word(2));
    }
    close();
  }

  /** What joined, by the lowest id of each pair; ids of a pair from the lowest. */
  *links(): IterableIterator<RevisionLink> {
    const records = this.#links.read();
    while (records.next()) yield { one: records.word(1), id: records.word(3) >>> 0 };
  }

  /** Two documents and an id that they share and few bear. */
  #pairs(mostBearers: number, isCounted: (file: number) => boolean): RecordSort {
    const pairs = new RecordSort(this.#scratch, 3, 2);
    const bearings = this.#bearings.read();
    let [id, count, told] = [0, 0, 0];
    /** One more than may bear an id, so that too many are told from enough. */
    const bearers = new Int32Array(mostBearers + 1);
    const close = () => {
      if (count > mostBearers || told + (count * (count - 1)) / 2 > MOST_PAIRS) return;
      for (let one = 0; one < count; one++)
        for (let other = one + 1; other < count; other++, told++)
          pairs.add(bearers[one] ?? 0, bearers[other] ?? 0, id);
    };
    while (bearings.next()) {
      const file = bearings.word(1);
      if (!isCounted(file)) continue;
      if (bearings.word(0) !== id) {
        close();
        [id, count] = [bearings.word(0), 0];
      }
      if (count <= mostBearers) bearers[count++] = file;
    }
    close();
    return pairs;
  }
}
