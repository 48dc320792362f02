import type { SortedSketches } from '../examine/near-duplicates/components.ts';
import { RecordSort } from '../spill/record-sort.ts';
import type { Scratch } from '../spill/scratch.ts';

/** Attack: a million texts of one band. More of one band say nothing that the first did not. */
const MOST_OF_A_BAND = 8;
/** What documents are, by their places in a text table. */
export const VOUCHED = 1;
export const CARRIED = 2;
export const ASKED = 4;

/** Places of documents that one may be nearly equal to, those that share its first bands first. */
export interface Candidates {
  readonly vouched: readonly number[];
  readonly carried: readonly number[];
}

const NONE: Candidates = { vouched: [], carried: [] };

/**
 * Finds which documents share a band with those that nobody vouches for.
 *
 * @param marks by place
 * @returns candidates of documents that are asked for in the order of their places
 */
export function candidatesInOrder(
  sketches: SortedSketches,
  marks: Uint8Array,
  scratch: Scratch,
): (place: number) => Candidates {
  const pairs = new RecordSort(scratch, 3, 2);
  for (const places of sketches.byBand()) {
    const asked = places.filter((place) => isMarked(place, ASKED));
    if (asked.length === 0) continue;
    for (const mark of [VOUCHED, CARRIED]) {
      const originals = places.filter((place) => isMarked(place, mark)).slice(0, MOST_OF_A_BAND);
      for (const place of asked)
        for (const original of originals) if (original !== place) pairs.add(place, mark, original);
    }
  }
  const records = pairs.read();
  let isLeft = records.next();
  return (place) => {
    while (isLeft && records.word(0) < place) isLeft = records.next();
    if (!isLeft || records.word(0) !== place) return NONE;
    const [vouched, carried] = [new Set<number>(), new Set<number>()];
    for (; isLeft && records.word(0) === place; isLeft = records.next())
      (records.word(1) === VOUCHED ? vouched : carried).add(records.word(2));
    return { vouched: [...vouched], carried: [...carried] };
  };

  function isMarked(place: number, mark: number): boolean {
    return ((marks[place] ?? 0) & mark) !== 0;
  }
}
