import type { OrderedShares } from './order.ts';
import type { Shares } from './shares.ts';

/** 1 for every ordered share whose post counts towards a pair. A pair survives if either of its two does. */
export type Participation = Uint8Array;

/**
 * The second application of the participation threshold: a post counts when its account has at least
 * `minParticipation` rows whose posts are in any pair. Rows are counted as the reference implementation
 * does, including those that share the object itself.
 */
export function participationOf(
  all: Shares,
  shares: OrderedShares,
  windowMs: number,
  minParticipation: number,
  rows: Uint32Array,
): Participation {
  const paired = pairedContents(all.contents, shares, windowMs);
  const perAccount = new Uint32Array(all.accounts);
  for (let row = 0; row < all.count; row++) {
    const account = all.account[row] ?? 0;
    if (paired[all.content[row] ?? 0] === 1 && (rows[account] ?? 0) >= minParticipation)
      perAccount[account] = (perAccount[account] ?? 0) + 1;
  }
  const counting = new Uint8Array(all.contents);
  for (let row = 0; row < all.count; row++) {
    const content = all.content[row] ?? 0;
    if (paired[content] === 1 && (perAccount[all.account[row] ?? 0] ?? 0) >= minParticipation)
      counting[content] = 1;
  }
  const participation = new Uint8Array(shares.count);
  for (let i = 0; i < shares.count; i++) participation[i] = counting[shares.content[i] ?? 0] ?? 0;
  return participation;
}

/**
 * Posts that are in at least one pair. Looks from each share only as far as its nearest partner, so a hot
 * object costs its number of shares, not of pairs.
 */
function pairedContents(contents: number, shares: OrderedShares, windowMs: number): Uint8Array {
  const paired = new Uint8Array(contents);
  for (let i = 0; i < shares.count; i++) {
    if (hasPartner(shares, i, 1, windowMs) || hasPartner(shares, i, -1, windowMs))
      paired[shares.content[i] ?? 0] = 1;
  }
  return paired;
}

function hasPartner(shares: OrderedShares, i: number, step: 1 | -1, windowMs: number): boolean {
  const { object, account, content, time } = shares;
  const at = time[i] ?? 0;
  for (let j = i + step; j >= 0 && j < shares.count; j += step) {
    if (object[j] !== object[i] || Math.abs((time[j] ?? 0) - at) > windowMs) return false;
    if (account[j] !== account[i] && content[j] !== content[i]) return true;
  }
  return false;
}

/**
 * An upper bound of the number of pairs, in time linear in the number of shares: tells beforehand whether
 * the pairs can be listed at all. `worst` is the object with most.
 */
export function pairBound(
  shares: OrderedShares,
  windowMs: number,
): { total: number; worst: number; worstPairs: number } {
  const { count, object, time } = shares;
  let total = 0;
  let worst = 0;
  let worstPairs = 0;
  let current = 0;
  let oldest = 0;
  for (let i = 0; i < count; i++) {
    if (object[i] !== object[oldest]) {
      oldest = i;
      current = 0;
    }
    while ((time[i] ?? 0) - (time[oldest] ?? 0) > windowMs) oldest++;
    total += i - oldest;
    current += i - oldest;
    if (current > worstPairs) {
      worstPairs = current;
      worst = object[i] ?? 0;
    }
  }
  return { total, worst, worstPairs };
}
