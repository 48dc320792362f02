import { EdgeBuilder } from './edge-builder.ts';
import { countPairs, fillSlices, PAIR_BYTES, PAIR_NUMBERS, type PairQuery } from './pair-slices.ts';

/** All that the pairs of two accounts say. The object is reused for every edge: copy what is kept. */
export interface Edge {
  /** Ranks, from < to. */
  from: number;
  to: number;
  /** Number of pairs, not of distinct objects. */
  weight: number;
  /** Sum of the time differences, milliseconds. */
  deltaMs: number;
  /** Distinct posts that were the older, the newer of a pair. */
  older: number;
  newer: number;
  /** Distinct posts by `from`, by `to`; 0 unless asked for. */
  contentFrom: number;
  contentTo: number;
  /** Distinct objects: the unit of evidence. */
  objects: number;
}

/**
 * Calls `visit` for every edge, in order of (from, to). Pairs are sorted into slices by their lower account
 * (counting sort, no hash table), each slice by the other account; when all pairs together would take more
 * than `memoryBytes`, ranges of accounts are taken one after the other and the window slides once for each.
 * Returns the number of pairs and of objects in them.
 */
export function forEachEdge(
  query: PairQuery,
  accounts: number,
  options: { readonly memoryBytes: number; readonly byAccount: boolean },
  visit: (edge: Edge) => void,
): { readonly pairs: number; readonly objects: number } {
  const { perAccount, pairs, objects } = countPairs(query, accounts);
  const portions = portionsOf(perAccount, Math.max(1, Math.floor(options.memoryBytes / PAIR_BYTES)));
  // One buffer for all portions: the next one would be allocated before the last is collected.
  const buffer = new Uint32Array(PAIR_NUMBERS * portions.reduce((most, { held }) => Math.max(most, held), 0));
  const builder = new EdgeBuilder(query.shares, options.byAccount);
  for (const { low, high } of portions)
    builder.edges(fillSlices(query, perAccount, low, high, buffer), visit);
  return { pairs, objects };
}

interface Portion {
  readonly low: number;
  readonly high: number;
  readonly held: number;
}

/** Ranges of accounts that together have at most `capacity` pairs, or one account with more. */
function portionsOf(perAccount: Uint32Array, capacity: number): Portion[] {
  const portions: Portion[] = [];
  for (let low = 0; low < perAccount.length; ) {
    let high = low;
    let held = 0;
    while (high < perAccount.length && (high === low || held + (perAccount[high] ?? 0) <= capacity))
      held += perAccount[high++] ?? 0;
    if (held > 0) portions.push({ low, high, held });
    low = high;
  }
  return portions;
}
