import { SHINGLE } from '../../examine/near-duplicates/sketch.ts';
import { ownRuns, ownShingles, type WordRuns } from './own-shingles.ts';
import type { SaidWords } from './said-words.ts';

/**
 * Places, four words or more apart, at which a text has to read as no mail of the mailbox does. Three: who copied the
 * mail whose words were taken has none of them, and who changed that copy on their own met all three by chance.
 */
export const FEWEST_PLACES = 3;

/** A shorter text has no room for as many; it is told by its bytes, its headers or its author's address. */
export const ROOM_FOR_PLACES = 16;

/** Of the runs of words that the author of a decoy writes, those that nothing in the mailbox says; each once, sorted. */
export function ownWording(text: string, mail: boolean, said: SaidWords): Uint32Array {
  return ownShingles(text, mail).filter((run) => !said.has(run));
}

/** At how many places of a text stands a run of `among`, counting none that overlaps the one before. */
export function placesOf({ hashes, places }: WordRuns, among: (run: number) => boolean): number {
  let count = 0;
  let next = 0;
  hashes.forEach((run, at) => {
    const place = places[at] ?? 0;
    if (place < next || !among(run)) return;
    count++;
    next = place + SHINGLE;
  });
  return count;
}

/** A longer text is made with more: some are lost where only a part of it is quoted, or where other decoys say the same. */
const PLACES_MADE = 6;
const ROOM_FOR_MORE = 30;

/**
 * Whether a mail says enough that the mailbox does not to be told by it, or is too short to.
 * @param isShared whether so many other decoys say a run that it tells none of them
 */
export function readsAsOwn(text: string, said: SaidWords, isShared: (run: number) => boolean): boolean {
  const runs = ownRuns(text, true);
  const room = new Set(runs.hashes).size;
  const wanted = room < ROOM_FOR_PLACES ? 0 : room < ROOM_FOR_MORE ? FEWEST_PLACES + 1 : PLACES_MADE;
  return wanted === 0 || placesOf(runs, (run) => !said.has(run) && !isShared(run)) >= wanted;
}
