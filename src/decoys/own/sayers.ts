/**
 * What more decoys say tells none of them: a greeting, a persona's signature. One in 500, and three in a small ledger: a
 * large one says each mail of its mailbox many times over.
 */
const MOST_SAYERS = { share: 1 / 500, least: 3 } as const;

/** How many of so many decoys may say a run of words before it is no sign of any of them. */
export function mostSayers(decoys: number): number {
  return Math.max(MOST_SAYERS.least, decoys * MOST_SAYERS.share);
}

/** Counts by how many decoys of a set, as far as it is made, each run is said that the mailbox does not say. */
export class Sayers {
  readonly #counts = new Map<number, number>();
  readonly #most: number;

  /** @param decoys of the whole set */
  constructor(decoys: number) {
    this.#most = mostSayers(decoys);
  }

  /** @param runs of one decoy, each once */
  add(runs: Iterable<number>): void {
    for (const run of runs) this.#counts.set(run, (this.#counts.get(run) ?? 0) + 1);
  }

  /** Whether one more would be too many. */
  isFull(run: number): boolean {
    return (this.#counts.get(run) ?? 0) >= this.#most;
  }
}
