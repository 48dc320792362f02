import { forEachEdge } from './edges.ts';
import { NumberReader, NumberWriter } from './packed-numbers.ts';
import type { PairQuery } from './pair-slices.ts';

/**
 * Cuts a query into the pairs of some objects each: a pair is of one object, so each is in one piece. `pairsEach`
 * bounds the shares and pairs of a piece; one object with more is a piece by itself.
 */
export function* pairPieces(query: PairQuery, pairsEach: number): IterableIterator<PairQuery> {
  const { count, object, time } = query.shares;
  let first = 0;
  let oldest = 0;
  let pairs = 0;
  for (let at = 0; at < count; at++) {
    if (object[at] !== object[oldest]) {
      oldest = at;
      if (pairs + at - first >= pairsEach) {
        yield part(query, first, at);
        first = at;
        pairs = 0;
      }
    }
    while ((time[at] ?? 0) - (time[oldest] ?? 0) > query.windowMs) oldest++;
    pairs += at - oldest;
  }
  if (count > first) yield part(query, first, count);
}

function part({ shares, participation, windowMs }: PairQuery, first: number, end: number): PairQuery {
  return {
    windowMs,
    participation: participation.subarray(first, end),
    shares: {
      count: end - first,
      object: shares.object.subarray(first, end),
      account: shares.account.subarray(first, end),
      content: shares.content.subarray(first, end),
      time: shares.time.subarray(first, end),
    },
  };
}

/** A piece as text. Times are whole milliseconds. */
export function packPairs({ shares, participation, windowMs }: PairQuery): string {
  const { count, object, account, content, time } = shares;
  const writer = new NumberWriter();
  writer.add(count);
  // Of whole milliseconds no pair lies between this and the next.
  writer.add(Math.floor(windowMs));
  for (let row = 0; row < count; row++) {
    const isNew = row === 0 || object[row] !== object[row - 1];
    writer.add((isNew ? 2 : 0) + (participation[row] ?? 0));
    writer.addSigned((time[row] ?? 0) - (isNew ? 0 : (time[row - 1] ?? 0)));
    writer.add(account[row] ?? 0);
    writer.add(content[row] ?? 0);
  }
  return writer.text();
}

/** What `packPairs` wrote. */
export function unpackPairs(packed: string): PairQuery {
  const reader = new NumberReader(packed);
  const count = reader.next();
  const windowMs = reader.next();
  const participation = new Uint8Array(count);
  const [object, account, content] = [0, 1, 2].map(() => new Uint32Array(count)) as [
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ];
  const time = new Float64Array(count);
  for (let row = 0; row < count; row++) {
    const flags = reader.next();
    const isNew = flags >= 2;
    participation[row] = flags % 2;
    // Only where one object ends and the next begins is told.
    object[row] = row === 0 ? 0 : (object[row - 1] ?? 0) + (isNew ? 1 : 0);
    time[row] = reader.nextSigned() + (isNew ? 0 : (time[row - 1] ?? 0));
    account[row] = reader.next();
    content[row] = reader.next();
  }
  return { windowMs, participation, shares: { count, object, account, content, time } };
}

/** Edges of a piece: each as far as its objects reach, in order of (from, to). */
export interface PackedEdges {
  readonly pairs: number;
  readonly edges: string;
}

/** The edges of a piece that `packPairs` made. */
export function edgesOfPiece(packed: string, accounts: number, memoryBytes: number): PackedEdges {
  const writer = new NumberWriter();
  let last = 0;
  const { pairs } = forEachEdge(unpackPairs(packed), accounts, { memoryBytes, byAccount: false }, (edge) => {
    writer.add(edge.from - last);
    writer.add(edge.to - edge.from);
    writer.add(edge.weight);
    writer.add(edge.objects);
    writer.add(edge.deltaMs);
    last = edge.from;
  });
  return { pairs, edges: writer.text() };
}
