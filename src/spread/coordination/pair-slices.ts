import type { OrderedShares } from './order.ts';
import type { Participation } from './pairs.ts';

/**
 * A pair is two shares of one object by different accounts in different posts, at most `windowMs` apart
 * (inclusive), of which at least one participates. `low` and `high` bound the rank of the lower account.
 */
export interface PairQuery {
  readonly shares: OrderedShares;
  readonly participation: Participation;
  readonly windowMs: number;
}

/** Pairs by lower account, and how many pairs and objects there are. */
export interface PairCounts {
  readonly perAccount: Uint32Array;
  readonly pairs: number;
  readonly objects: number;
}

/**
 * Counts the pairs by lower account, the first half of a counting sort. The loop is written out here and in
 * `fillSlices`: with a callback for each pair it takes three times as long, and it runs for every portion.
 */
export function countPairs({ shares, participation, windowMs }: PairQuery, accounts: number): PairCounts {
  const { count, object, account, content, time } = shares;
  const perAccount = new Uint32Array(accounts);
  let pairs = 0;
  let objects = 0;
  let lastObject = -1;
  for (let older = 0; older < count; older++) {
    const shared = object[older] ?? 0;
    const by = account[older] ?? 0;
    const post = content[older] ?? 0;
    const counts = participation[older] ?? 0;
    const until = (time[older] ?? 0) + windowMs;
    const before = pairs;
    for (let newer = older + 1; newer < count; newer++) {
      if (object[newer] !== shared || (time[newer] ?? 0) > until) break;
      const other = account[newer] ?? 0;
      if (other === by || content[newer] === post || (counts | (participation[newer] ?? 0)) === 0) continue;
      const lower = Math.min(other, by);
      perAccount[lower] = (perAccount[lower] ?? 0) + 1;
      pairs++;
    }
    // Shares are sorted by object: a new one is one not seen before.
    if (pairs > before && shared !== lastObject) {
      objects++;
      lastObject = shared;
    }
  }
  return { perAccount, pairs, objects };
}

/**
 * The pairs of a range of accounts, in one slice for each lower account, within it in order of `older`. A pair
 * is four numbers side by side, so that writing one touches one line of the cache: see TO, OLDER, NEWER, DELTA.
 */
export interface PairSlices {
  readonly low: number;
  readonly high: number;
  /** Slice of account a: pairs [starts[a - low], starts[a - low + 1]). */
  readonly starts: Uint32Array;
  readonly pairs: Uint32Array;
}

/** Numbers of a pair: the higher account, the two shares, milliseconds between them. */
export const PAIR_NUMBERS = 4;
/** Where in a pair the higher account stands. */
export const TO = 0;
/** Where the older share stands. */
export const OLDER = 1;
/** Where the newer share stands. */
export const NEWER = 2;
/** Where the milliseconds between them stand. */
export const DELTA = 3;

/** Bytes of one pair, with room for the order its slice is sorted into. */
export const PAIR_BYTES = 20;

/**
 * Lists the pairs whose lower account has a rank in [low, high), the second half of the counting sort, in `pairs`,
 * which has to have room for them.
 */
export function fillSlices(
  query: PairQuery,
  perAccount: Uint32Array,
  low: number,
  high: number,
  pairs: Uint32Array,
): PairSlices {
  const { count, object, account, content, time } = query.shares;
  const { participation, windowMs } = query;
  const starts = new Uint32Array(high - low + 1);
  for (let i = low; i < high; i++) starts[i - low + 1] = (starts[i - low] ?? 0) + (perAccount[i] ?? 0);
  const next = starts.slice();
  for (let older = 0; older < count; older++) {
    const by = account[older] ?? 0;
    if (by < low) continue;
    const shared = object[older] ?? 0;
    const post = content[older] ?? 0;
    const counts = participation[older] ?? 0;
    const at = time[older] ?? 0;
    for (let newer = older + 1; newer < count; newer++) {
      const delta = (time[newer] ?? 0) - at;
      if (object[newer] !== shared || delta > windowMs) break;
      const other = account[newer] ?? 0;
      const lower = Math.min(other, by);
      if (lower < low || lower >= high) continue;
      if (other === by || content[newer] === post || (counts | (participation[newer] ?? 0)) === 0) continue;
      const place = next[lower - low] ?? 0;
      next[lower - low] = place + 1;
      pairs[place * PAIR_NUMBERS + TO] = Math.max(other, by);
      pairs[place * PAIR_NUMBERS + OLDER] = older;
      pairs[place * PAIR_NUMBERS + NEWER] = newer;
      pairs[place * PAIR_NUMBERS + DELTA] = delta;
    }
  }
  return { low, high, starts, pairs };
}
