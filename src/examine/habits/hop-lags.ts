import { type Hop, readHops } from './hops.ts';
import { LearntSpreads } from './learnt-spreads.ts';

/** A hop that took otherwise than it usually does. Seconds. */
export interface HopGap extends Hop {
  /** What is usual between these two, and half the width of it; null where too few messages show it. */
  readonly usual: { readonly median: number; readonly bar: number; readonly count: number } | null;
  /** A server may have tried for so long to hand it on. */
  readonly isQueue: boolean;
}

/** What was learnt from some messages, as plain data. */
export interface HopSummary {
  readonly lags: readonly (readonly [pair: string, seconds: readonly number[]])[];
}

const LEAST_COUNT = 8;
/** Attack: a hundred thousand messages of one pair, and a pair of its own in each message. */
const MOST_KEPT = 300;
/** Pairs of servers; what comes later is not learnt. */
const MOST_PAIRS = 20_000;
/** As with the lag to the first server (usual-lags.ts). */
const DEVIATIONS = 6;
const NARROWEST = 900;
const LEAST_UNUSUAL = 4 * 3600;
/** How long a mail system goes on trying (RFC 5321 section 4.5.4.1). */
const LONGEST_QUEUE = 5 * 86_400;
/** Clocks of servers are wrong by minutes, zones by half a day. */
const LONGEST_SKEW = 86_400;

/**
 * The usual time from one server to the next, by median and median absolute deviation of all messages that took this hop,
 * so that those looked for do not move what is usual. Held are three hundred figures a pair.
 */
export class HopLags {
  readonly #lags = new LearntSpreads(MOST_KEPT, MOST_PAIRS);

  /** Those hops of a message that may be told: `about` is asked for them once all are added. */
  add(text: string): readonly Hop[] {
    const hops = readHops(text);
    for (const { pair, seconds } of hops) this.#lags.learn(pair, seconds);
    return hops.filter(({ seconds }) => Math.abs(seconds) > LEAST_UNUSUAL);
  }

  summary(): HopSummary {
    return { lags: this.#lags.seen() };
  }

  /** Adds what was learnt from messages that come after those learnt from so far. */
  take({ lags }: HopSummary): void {
    for (const [pair, all] of lags) for (const seconds of all) this.#lags.learn(pair, seconds);
  }

  /** Of the hops of a message, the one that is farthest from what is usual; null where none is. */
  about(wide: readonly Hop[]): HopGap | null {
    const gaps = wide.flatMap((hop) => this.#gapOf(hop) ?? []);
    const size = ({ seconds, usual }: HopGap) => Math.abs(seconds - (usual?.median ?? 0));
    return gaps.reduce<HopGap | null>(
      (most, gap) => (most === null || size(gap) > size(most) ? gap : most),
      null,
    );
  }

  #gapOf({ pair, seconds }: Hop): HopGap | null {
    const isQueue = seconds > 0 && seconds <= LONGEST_QUEUE;
    const spread = this.#lags.of(pair, LEAST_COUNT);
    if (spread === null) {
      return isQueue || (seconds < 0 && -seconds <= LONGEST_SKEW)
        ? null
        : { pair, seconds, usual: null, isQueue };
    }
    const bar = Math.round(Math.max(NARROWEST, DEVIATIONS * spread.deviation));
    const median = Math.round(spread.median);
    const away = Math.abs(seconds - median);
    if (away <= bar || away <= LEAST_UNUSUAL) return null;
    return { pair, seconds, usual: { median, bar, count: spread.count }, isQueue };
  }
}
