import type { Moment } from './save-runs.ts';

/**
 * How often, in this leak, a moment in the life of a document is followed within a gap by a moment of an unrelated
 * one: the burstiness of its owners, meetings and closing times included, which a Poisson process would deny.
 */
export class Rhythm {
  readonly #times: Float64Array;
  /** How many of the first n moments were followed. */
  readonly #followed: Uint32Array;

  /** @param moments in order of time */
  constructor(moments: readonly Moment[], gap: number) {
    this.#times = Float64Array.from(moments, ({ time }) => time);
    this.#followed = new Uint32Array(moments.length + 1);
    for (let at = 0; at < moments.length; at++)
      this.#followed[at + 1] = (this.#followed[at] ?? 0) + (isFollowed(moments, at, gap) ? 1 : 0);
  }

  /** The counts without the moments between two times, both included. */
  outside(from: number, to: number): { readonly events: number; readonly followed: number } {
    const start = this.#firstFrom(from);
    const end = this.#firstFrom(to + 1);
    const inside = (this.#followed[end] ?? 0) - (this.#followed[start] ?? 0);
    const all = this.#followed[this.#times.length] ?? 0;
    return { events: this.#times.length - (end - start), followed: all - inside };
  }

  #firstFrom(time: number): number {
    let low = 0;
    let high = this.#times.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#times[middle] ?? 0) < time) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Moments looked at after one. Attack: a hundred thousand documents of one origin and one second. */
const MOST_AHEAD = 50;

function isFollowed(moments: readonly Moment[], at: number, gap: number): boolean {
  const own = moments[at];
  if (own === undefined) return false;
  for (let next = at + 1; next < moments.length && next <= at + MOST_AHEAD; next++) {
    const other = moments[next];
    if (other === undefined || other.time - own.time > gap) return false;
    if (other.origin !== own.origin) return true;
  }
  return false;
}

/** 95 % one-sided. */
const Z = 1.645;

/**
 * The upper end of a share, of which `hits` in `trials` were seen (Wilson's score interval): with few trials, most
 * is possible. 1 without any.
 */
export function upperShare(hits: number, trials: number): number {
  if (trials === 0) return 1;
  const share = hits / trials;
  const z2 = (Z * Z) / trials;
  const spread = Z * Math.sqrt((share * (1 - share)) / trials + z2 / (4 * trials));
  return Math.min(1, (share + z2 / 2 + spread) / (1 + z2));
}
