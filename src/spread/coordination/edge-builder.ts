import { distinctCount } from './distinct.ts';
import type { Edge } from './edges.ts';
import type { OrderedShares } from './order.ts';
import { DELTA, NEWER, OLDER, type PairSlices, TO } from './pair-slices.ts';
import { SliceSorter } from './slice-sorter.ts';

/** Puts the pairs of slices together into edges. */
export class EdgeBuilder {
  readonly #shares: OrderedShares;
  readonly #byAccount: boolean;
  /** Every post is one share: then the place of a share stands for its post, and nothing has to be looked up. */
  readonly #onePostOneShare: boolean;
  readonly #sorter = new SliceSorter();
  #values = new Uint32Array(1024);
  readonly #edge: Edge = {
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

  constructor(shares: OrderedShares, byAccount: boolean) {
    this.#shares = shares;
    this.#byAccount = byAccount;
    this.#onePostOneShare = allDifferent(shares.content);
  }

  edges(slices: PairSlices, visit: (edge: Edge) => void): void {
    const { starts, pairs } = slices;
    const edge = this.#edge;
    for (let from = slices.low; from < slices.high; from++) {
      const start = starts[from - slices.low] ?? 0;
      const size = (starts[from - slices.low + 1] ?? 0) - start;
      if (size === 0) continue;
      const order = this.#sorter.order(pairs, start, size);
      edge.from = from;
      for (let first = 0; first < size; ) {
        const to = pairs[(order[first] ?? 0) + TO] ?? 0;
        let deltaMs = 0;
        let end = first;
        for (let at = order[first] ?? 0; end < size && pairs[at + TO] === to; at = order[++end] ?? 0)
          deltaMs += pairs[at + DELTA] ?? 0;
        edge.to = to;
        edge.weight = end - first;
        edge.deltaMs = deltaMs;
        if (edge.weight === 1) edge.older = edge.newer = edge.contentFrom = edge.contentTo = edge.objects = 1;
        else this.#count(pairs, order, first, end);
        visit(edge);
        first = end;
      }
    }
  }

  /**
   * Counts what is distinct among the pairs in order[first, end). They are in order of the older share, and so
   * of the object: both are counted by their changes.
   */
  #count(pairs: Uint32Array, order: Uint32Array, first: number, end: number): void {
    const { object, content } = this.#shares;
    const edge = this.#edge;
    const weight = end - first;
    if (weight > this.#values.length) this.#values = new Uint32Array(weight * 2);
    const values = this.#values;
    let olders = 0;
    let objects = 0;
    let lastOlder = -1;
    let lastObject = -1;
    for (let i = 0; i < weight; i++) {
      const at = order[first + i] ?? 0;
      const older = pairs[at + OLDER] ?? 0;
      values[i] = pairs[at + NEWER] ?? 0;
      if (older === lastOlder) continue;
      lastOlder = older;
      olders++;
      const shared = object[older] ?? 0;
      if (shared !== lastObject) objects++;
      lastObject = shared;
    }
    edge.objects = objects;
    edge.older = olders;
    if (!this.#onePostOneShare) {
      for (let i = 0; i < weight; i++) values[i] = content[values[i] ?? 0] ?? 0;
    }
    edge.newer = distinctCount(values, weight);
    if (!this.#onePostOneShare) {
      for (let i = 0; i < weight; i++) values[i] = content[pairs[(order[first + i] ?? 0) + OLDER] ?? 0] ?? 0;
      edge.older = distinctCount(values, weight);
    }
    edge.contentFrom = this.#byAccount ? this.#posts(pairs, order, first, end, edge.from) : 0;
    edge.contentTo = this.#byAccount ? this.#posts(pairs, order, first, end, edge.to) : 0;
  }

  /** Distinct posts of one of the two accounts. */
  #posts(pairs: Uint32Array, order: Uint32Array, first: number, end: number, by: number): number {
    const { account, content } = this.#shares;
    const values = this.#values;
    for (let i = first; i < end; i++) {
      const at = order[i] ?? 0;
      const older = pairs[at + OLDER] ?? 0;
      values[i - first] = content[account[older] === by ? older : (pairs[at + NEWER] ?? 0)] ?? 0;
    }
    return distinctCount(values, end - first);
  }
}

function allDifferent(content: Uint32Array): boolean {
  let most = 0;
  for (const post of content) if (post > most) most = post;
  const seen = new Uint8Array(most + 1);
  for (const post of content) {
    if (seen[post] === 1) return false;
    seen[post] = 1;
  }
  return true;
}
