import type { Shares } from './shares.ts';

/**
 * Shares that can take part in pairs, sorted by object, then time, then first appearance of the account,
 * then row: "older" of a pair is always the one that stands first. Columns have `count` rows.
 */
export interface OrderedShares {
  readonly count: number;
  readonly object: Uint32Array;
  /** Rank of the account among all accounts, see `orderShares`. */
  readonly account: Uint32Array;
  readonly content: Uint32Array;
  readonly time: Float64Array;
}

/** The shares of the accounts marked 1 in `keep` (by rank), in the same order. */
export function sharesOf(
  shares: OrderedShares,
  keep: Uint8Array,
): { shares: OrderedShares; rows: Uint32Array } {
  const rows = new Uint32Array(shares.count);
  let count = 0;
  for (let i = 0; i < shares.count; i++) if (keep[shares.account[i] ?? 0] === 1) rows[count++] = i;
  const object = new Uint32Array(count);
  const account = new Uint32Array(count);
  const content = new Uint32Array(count);
  const time = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const row = rows[i] ?? 0;
    object[i] = shares.object[row] ?? 0;
    account[i] = shares.account[row] ?? 0;
    content[i] = shares.content[row] ?? 0;
    time[i] = shares.time[row] ?? 0;
  }
  return { shares: { count, object, account, content, time }, rows: rows.subarray(0, count) };
}

/**
 * Sorts shares for the sliding window. Left out: rows of accounts with fewer than `minParticipation` rows,
 * and rows whose post is the object itself. `ranks` renumbers the accounts (edges go from lower to higher
 * rank). The order among equal times is the one the reference implementation arrives at by grouping rows
 * by account (CooRTweet 2.1.3, `do_detect_groups`); its edge symmetry depends on it.
 *
 * Radix sort, least significant key first: 10 million rows in about 2 s, where a comparison sort takes 15.
 */
export function orderShares(shares: Shares, minParticipation: number, ranks: Uint32Array): OrderedShares {
  let order = participating(shares, minParticipation);
  order = sortedBy(order, shares.account, shares.accounts);
  order = sortedByTime(order, shares.time);
  order = sortedBy(order, shares.object, shares.objects);
  const count = order.length;
  const object = new Uint32Array(count);
  const account = new Uint32Array(count);
  const content = new Uint32Array(count);
  const time = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const row = order[i] ?? 0;
    object[i] = shares.object[row] ?? 0;
    account[i] = ranks[shares.account[row] ?? 0] ?? 0;
    content[i] = shares.content[row] ?? 0;
    time[i] = shares.time[row] ?? 0;
  }
  return { count, object, account, content, time };
}

/** Rows per account; all rows count, also those that can be in no pair. */
export function rowsPerAccount(shares: Shares): Uint32Array {
  const rows = new Uint32Array(shares.accounts);
  for (let row = 0; row < shares.count; row++) {
    const account = shares.account[row] ?? 0;
    rows[account] = (rows[account] ?? 0) + 1;
  }
  return rows;
}

function participating(shares: Shares, minParticipation: number): Uint32Array {
  const rows = rowsPerAccount(shares);
  const kept = new Uint32Array(shares.count);
  let count = 0;
  for (let row = 0; row < shares.count; row++) {
    if (shares.own[row] === 1 || (rows[shares.account[row] ?? 0] ?? 0) < minParticipation) continue;
    kept[count++] = row;
  }
  return kept.subarray(0, count);
}

/** Stable counting sort of row numbers by a column with values below `values`. */
function sortedBy(order: Uint32Array, column: Uint32Array | Uint16Array, values: number): Uint32Array {
  const next = new Uint32Array(values + 1);
  for (const row of order) {
    const value = (column[row] ?? 0) + 1;
    next[value] = (next[value] ?? 0) + 1;
  }
  for (let value = 1; value <= values; value++) next[value] = (next[value] ?? 0) + (next[value - 1] ?? 0);
  const sorted = new Uint32Array(order.length);
  for (const row of order) {
    const value = column[row] ?? 0;
    const place = next[value] ?? 0;
    sorted[place] = row;
    next[value] = place + 1;
  }
  return sorted;
}

const DIGIT = 2 ** 16;

/** Stable radix sort by time, sixteen bits at a time; seconds take two passes over the days of a case. */
function sortedByTime(order: Uint32Array, time: Float64Array): Uint32Array {
  let earliest = Number.POSITIVE_INFINITY;
  let latest = Number.NEGATIVE_INFINITY;
  let unit = 1000;
  for (const row of order) {
    const at = time[row] ?? 0;
    if (at < earliest) earliest = at;
    if (at > latest) latest = at;
    if (at % 1000 !== 0) unit = 1;
  }
  const digits = new Uint16Array(time.length);
  let sorted = order;
  for (let scale = unit; scale <= latest - earliest; scale *= DIGIT) {
    for (const row of order) digits[row] = Math.floor(((time[row] ?? 0) - earliest) / scale) % DIGIT;
    sorted = sortedBy(sorted, digits, DIGIT);
  }
  return sorted;
}
