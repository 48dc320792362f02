import type { ConcludePhase } from './conclude/phase.ts';

/**
 * What a sift spends its time on, in the order in which it happens. `reading` to `judging` are what a plain sift is;
 * `across`, `texts` and `traces` are what is found in the leak as a whole.
 */
export const SIFT_PHASES = ['reading', 'judging', 'across', 'texts', 'traces', 'decoys', 'ocr'] as const;

export type SiftPhase = (typeof SIFT_PHASES)[number];

/** Seconds by phase; 0 for what was not done. */
export type PhaseSeconds = Readonly<Record<SiftPhase, number>>;

/** A watch with laps. `now` gives milliseconds of a clock that is never set. */
export class PhaseClock {
  readonly #now: () => number;
  readonly #seconds = new Map<SiftPhase, number>();
  #last: number;

  constructor(now: () => number) {
    this.#now = now;
    this.#last = now();
  }

  /** What went by since the last lap was this phase. */
  lap(phase: SiftPhase | ConcludePhase): void {
    const time = this.#now();
    this.#seconds.set(phase, (this.#seconds.get(phase) ?? 0) + (time - this.#last) / 1000);
    this.#last = time;
  }

  seconds(): PhaseSeconds {
    const entries = SIFT_PHASES.map((phase) => [phase, this.#seconds.get(phase) ?? 0] as const);
    return Object.fromEntries(entries) as Record<SiftPhase, number>;
  }
}
