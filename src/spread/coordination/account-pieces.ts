import { EdgeBuilder } from './edge-builder.ts';
import type { Edge } from './edges.ts';
import { NumberReader, NumberWriter } from './packed-numbers.ts';
import { packPairs, unpackPairs } from './pair-pieces.ts';
import { countPairs, fillSlices, PAIR_NUMBERS, type PairCounts, type PairQuery } from './pair-slices.ts';

/**
 * The edges of some accounts, as a piece for another process: those whose lower account has a rank in [low, high). What an
 * edge says of distinct posts and objects is of all its pairs, so it cannot be parted by objects, as sums can
 * (`pair-pieces.ts`). The shares are those that can be in such pairs, in their order; so the edges are those of all shares, number by number.
 */
export interface AccountPiece {
  readonly low: number;
  readonly high: number;
  readonly accounts: number;
  readonly byAccount: boolean;
  /** As `packPairs` writes them. */
  readonly shares: string;
}

/** Cuts a query into accounts that have some `pairsEach` pairs together, or one with more. */
export function* accountPieces(
  query: PairQuery,
  { perAccount }: PairCounts,
  byAccount: boolean,
  pairsEach: number,
): IterableIterator<AccountPiece> {
  const accounts = perAccount.length;
  for (let low = 0; low < accounts; ) {
    let high = low;
    let held = 0;
    while (high < accounts && (high === low || held + (perAccount[high] ?? 0) <= pairsEach))
      held += perAccount[high++] ?? 0;
    if (held > 0) yield { low, high, accounts, byAccount, shares: packPairs(sharesAround(query, low, high)) };
    low = high;
  }
}

/** Of the objects that these accounts shared, the shares of them and of all higher accounts. */
function sharesAround(query: PairQuery, low: number, high: number): PairQuery {
  const { count, object, account, content, time } = query.shares;
  const rows = new Uint32Array(count);
  let kept = 0;
  for (let first = 0, end = 0; first < count; first = end) {
    let isOne = false;
    for (end = first; end < count && object[end] === object[first]; end++) {
      const by = account[end] ?? 0;
      if (by >= low && by < high) isOne = true;
    }
    for (let row = first; isOne && row < end; row++) if ((account[row] ?? 0) >= low) rows[kept++] = row;
  }
  const of = rows.subarray(0, kept);
  return {
    windowMs: query.windowMs,
    participation: Uint8Array.from(of, (row) => query.participation[row] ?? 0),
    shares: {
      count: kept,
      object: of.map((row) => object[row] ?? 0),
      account: of.map((row) => account[row] ?? 0),
      content: of.map((row) => content[row] ?? 0),
      time: Float64Array.from(of, (row) => time[row] ?? 0),
    },
  };
}

/** The edges of a piece in order of (from, to), packed. */
export function edgesOfAccounts({ low, high, accounts, byAccount, shares }: AccountPiece): string {
  const query = unpackPairs(shares);
  const { perAccount } = countPairs(query, accounts);
  let held = 0;
  for (let account = low; account < high; account++) held += perAccount[account] ?? 0;
  const slices = fillSlices(query, perAccount, low, high, new Uint32Array(PAIR_NUMBERS * held));
  const writer = new NumberWriter();
  let last = 0;
  new EdgeBuilder(query.shares, byAccount).edges(slices, (edge) => {
    writer.add(edge.from - last);
    writer.add(edge.to - edge.from);
    for (const name of NUMBERS) writer.add(edge[name]);
    last = edge.from;
  });
  return writer.text();
}

const NUMBERS = ['weight', 'deltaMs', 'older', 'newer', 'contentFrom', 'contentTo', 'objects'] as const;

/** Calls `visit` for every edge that `edgesOfAccounts` packed. The object is reused. */
export function unpackEdges(packed: string, visit: (edge: Edge) => void): void {
  const reader = new NumberReader(packed);
  const edge: Edge = {
    ...{ from: 0, to: 0, weight: 0, deltaMs: 0, older: 0, newer: 0 },
    ...{ contentFrom: 0, contentTo: 0, objects: 0 },
  };
  while (!reader.isAtEnd) {
    edge.from += reader.next();
    edge.to = edge.from + reader.next();
    for (const name of NUMBERS) edge[name] = reader.next();
    visit(edge);
  }
}
