import { type LedgerEntry, ownOf } from '../ledger/index.ts';
import { FEWEST_PLACES, mostSayers, ownRuns, placesOf } from '../own/index.ts';
import { standsIn } from './stands-in.ts';

/** Of the runs of a decoy's own, what has to stand in an item: a page may lack the rest, or a printer cut it in two. */
const LEAST_OWN = 0.5;
/** An invented name is worth so many places: somebody may be called so, and would have to write this very mail. */
const PLACES_OF_NAME = 2;

/**
 * What of a decoy is its own: runs of words that the mailbox does not say, nor more than a few decoys, and an author who
 * exists in decoys alone. What a mailbox gave its decoys to say again is said by real mail too, and no sign of a decoy.
 */
export class KnownWording {
  readonly #entry: LedgerEntry;
  readonly #own: Uint32Array;

  /** @param sayers how many of the ledger's decoys say a run, at least @param decoys how many it has */
  constructor(entry: LedgerEntry, shingles: Uint32Array, sayers: (run: number) => number, decoys: number) {
    this.#entry = entry;
    // What is not mail is made of no mailbox's words: where a ledger does not say what is its own, all of it is.
    const own = ownOf(entry) ?? (entry.faces.headers === null ? shingles : new Uint32Array(0));
    const most = mostSayers(decoys);
    this.#own = own.filter((run) => sayers(run) <= most);
  }

  get id(): string {
    return this.#entry.id;
  }

  get headers(): string | null {
    return this.#entry.faces.headers;
  }

  /**
   * Whether so much of its own stands in an item that says its words that no other text gave it: wording at three places,
   * or at one and the author's name, or the author's address.
   * @param runs of the item, sorted
   * @param item in small letters, headers with it, one space between words
   */
  isToldIn(runs: Uint32Array, item: () => string): boolean {
    const found = new Set(this.#own.filter((run) => hasRun(runs, run)));
    const { text, faces, author = null } = this.#entry;
    const places = placesOf(ownRuns(text, faces.headers !== null), (run) => found.has(run));
    if (places >= FEWEST_PLACES && found.size >= LEAST_OWN * this.#own.length) return true;
    if (author === null) return false;
    if (author.address !== '' && standsIn(author.address, item())) return true;
    return places + PLACES_OF_NAME >= FEWEST_PLACES && standsIn(author.name.toLowerCase(), item());
  }
}

/** @param runs sorted */
function hasRun(runs: Uint32Array, run: number): boolean {
  let [from, to] = [0, runs.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((runs[middle] ?? 0) < run) from = middle + 1;
    else to = middle;
  }
  return runs[from] === run;
}
