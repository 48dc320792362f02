import type { RecordCursor } from '../../spill/record-list.ts';
import { RecordSort } from '../../spill/record-sort.ts';
import type { Scratch } from '../../spill/scratch.ts';
import { MessageSets as Sets } from '../threads/message-sets.ts';
import { BANDS, keyOf } from './band-index.ts';
import type { Sketch } from './sketch.ts';

/**
 * Texts by their places, brought together by what their sketches share: all their words, or a band. Both are sorted, so
 * that 4 bytes a text are held while components are found, and nothing of the sketches.
 */
export class SortedSketches {
  readonly #scratch: Scratch;
  readonly #words: RecordSort;
  readonly #bands: RecordSort;
  #length = 0;

  constructor(scratch: Scratch) {
    this.#scratch = scratch;
    this.#words = new RecordSort(scratch, 3, 2);
    this.#bands = new RecordSort(scratch, 3, 2);
  }

  /** In an order that does not depend on chance. */
  add({ words, bins }: Sketch): void {
    const place = this.#length++;
    this.#words.add(Math.floor(words / 2 ** 32), words >>> 0, place);
    for (let band = 0; band < BANDS; band++) this.#bands.add(band, keyOf(bins, band), place);
  }

  /** Places with all words alike. */
  byWords(): IterableIterator<readonly number[]> {
    return groupsOf(this.#words.read());
  }

  /** Places that share a band, band by band. */
  byBand(): IterableIterator<readonly number[]> {
    return groupsOf(this.#bands.read());
  }

  /**
   * Texts that can be in one cluster, directly or through others: those that share a band or all their words. No text
   * is ever compared with one of another component, so that each can be clustered by itself, with the same result.
   *
   * @returns places, each component and all of them in order; texts that are alone are left out
   */
  *components(): IterableIterator<readonly number[]> {
    const sets = new Sets(this.#length);
    const isTogether = new Uint8Array(this.#length);
    for (const groups of [this.byWords(), this.byBand()]) {
      for (const [first = 0, ...others] of groups) {
        for (const other of others) {
          sets.join(first, other);
          isTogether[other] = 1;
        }
        isTogether[first] = 1;
      }
    }
    const sorted = new RecordSort(this.#scratch, 2, 1);
    for (let place = 0; place < this.#length; place++)
      if (isTogether[place] === 1) sorted.add(sets.root(place), place);
    yield* groupsOf(sorted.read(), 1);
  }
}

/** The last word of records of which all others agree, where there are several. */
function* groupsOf(records: RecordCursor, keys = 2): IterableIterator<readonly number[]> {
  const key = new Int32Array(keys);
  let places: number[] = [];
  while (records.next()) {
    if (key.some((word, at) => word !== records.word(at))) {
      if (places.length > 1) yield places;
      places = [];
    }
    for (let at = 0; at < keys; at++) key[at] = records.word(at);
    places.push(records.word(keys));
  }
  if (places.length > 1) yield places;
}
