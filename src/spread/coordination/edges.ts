import { distinctCount } from './distinct.ts';
import type { OrderedShares } from './order.ts';
import { countPairs, fillSlices, PAIR_BYTES, type PairQuery, type PairSlices } from './pair-slices.ts';

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
  /** Distinct posts by `from`, by `to`. */
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
  memoryBytes: number,
  visit: (edge: Edge) => void,
): { readonly pairs: number; readonly objects: number } {
  const { perAccount, pairs, objects } = countPairs(query, accounts);
  const capacity = Math.max(1, Math.floor(memoryBytes / PAIR_BYTES));
  const builder = new EdgeBuilder(query.shares);
  for (let low = 0; low < accounts; ) {
    let high = low;
    let held = 0;
    while (high < accounts && (high === low || held + (perAccount[high] ?? 0) <= capacity))
      held += perAccount[high++] ?? 0;
    if (held > 0) builder.edges(fillSlices(query, perAccount, low, high), visit);
    low = high;
  }
  return { pairs, objects };
}

class EdgeBuilder {
  readonly #shares: OrderedShares;
  #keys = new Float64Array(1024);
  #edge: Edge = {
    from: 0,
    to: 0,
    weight: 0,
    deltaMs: 0,
    older: 0,
    newer: 0,
    contentFrom: 0,
    contentTo: 0,
    objects: 0,
  };

  constructor(shares: OrderedShares) {
    this.#shares = shares;
  }

  edges(slices: PairSlices, visit: (edge: Edge) => void): void {
    for (let from = slices.low; from < slices.high; from++) {
      const start = slices.starts[from - slices.low] ?? 0;
      const end = slices.starts[from - slices.low + 1] ?? 0;
      if (end > start) this.#slice(slices, from, start, end - start, visit);
    }
  }

  #slice(slices: PairSlices, from: number, start: number, size: number, visit: (edge: Edge) => void): void {
    if (size > this.#keys.length) this.#keys = new Float64Array(size * 2);
    const keys = this.#keys;
    // One number per pair, other account first, place in the slice second: sorts without a comparator.
    // Exact: fewer than 2^24 accounts times fewer than 2^29 pairs of one account stay below 2^53.
    for (let i = 0; i < size; i++) keys[i] = (slices.to[start + i] ?? 0) * size + i;
    sortNumbers(keys, size);
    const edge = this.#edge;
    edge.from = from;
    for (let first = 0; first < size; ) {
      const to = Math.floor((keys[first] ?? 0) / size);
      const shift = start - to * size;
      const limit = (to + 1) * size;
      let deltaMs = 0;
      let end = first;
      for (let key = keys[end] ?? 0; end < size && key < limit; key = keys[++end] ?? 0) {
        keys[end] = key + shift;
        deltaMs += slices.deltaMs[key + shift] ?? 0;
      }
      edge.to = to;
      edge.weight = end - first;
      edge.deltaMs = deltaMs;
      if (end - first === 1) {
        edge.older = edge.newer = edge.contentFrom = edge.contentTo = edge.objects = 1;
      } else this.#count(slices, first, end);
      visit(edge);
      first = end;
    }
  }

  /** Counts what is distinct among the pairs whose places stand in keys[first, end). */
  #count(slices: PairSlices, first: number, end: number): void {
    const { content, account, object } = this.#shares;
    const edge = this.#edge;
    const keys = this.#keys;
    const weight = end - first;
    const from = edge.from;
    const older = (i: number): number => slices.older[keys[first + i] ?? 0] ?? 0;
    const newer = (i: number): number => slices.newer[keys[first + i] ?? 0] ?? 0;
    edge.older = distinctCount(weight, (i) => content[older(i)] ?? 0);
    edge.newer = distinctCount(weight, (i) => content[newer(i)] ?? 0);
    edge.contentFrom = distinctCount(weight, (i) => {
      const place = older(i);
      return content[account[place] === from ? place : newer(i)] ?? 0;
    });
    edge.contentTo = distinctCount(weight, (i) => {
      const place = older(i);
      return content[account[place] === from ? newer(i) : place] ?? 0;
    });
    edge.objects = distinctCount(weight, (i) => object[older(i)] ?? 0);
  }
}

/** Insertion sort for the short slices most accounts have; the call of the built-in costs 300 ns. */
function sortNumbers(keys: Float64Array, size: number): void {
  if (size > 24) {
    keys.subarray(0, size).sort();
    return;
  }
  for (let i = 1; i < size; i++) {
    const key = keys[i] ?? 0;
    let at = i;
    for (; at > 0 && (keys[at - 1] ?? 0) > key; at--) keys[at] = keys[at - 1] ?? 0;
    keys[at] = key;
  }
}
