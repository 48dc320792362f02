import { TamisError } from '../../model/index.ts';
import { type AccountPiece, accountPieces, unpackEdges } from './account-pieces.ts';
import { type Edge, forEachEdge } from './edges.ts';
import { orderShares, rowsPerAccount, sharesOf } from './order.ts';
import { countPairs, type PairQuery } from './pair-slices.ts';
import { pairBound, participationOf } from './pairs.ts';
import type { Shares } from './shares.ts';

/** What counts as a pair, and what the search may cost. */
export interface DetectOptions {
  /** Largest time difference within a pair, seconds, inclusive. */
  readonly window: number;
  /** Applied twice: to rows per account before pairing, then to coordinated posts. */
  readonly minParticipation: number;
  /** Bytes that the pairs may take at a time; asked when everything else is in memory. */
  readonly pairMemory: () => number;
  /** Also count distinct posts by account (`contentFrom`, `contentTo`), which costs a fifth more. */
  readonly byAccount?: boolean;
  /** Refuse to begin when there may be more pairs than this. */
  readonly maxPairs: number;
  /** Pairs of a piece, for tests. */
  readonly pairsEach?: number;
}

/**
 * Attack: one object shared by a million accounts within the window is 5e11 pairs, days of work. Two thousand
 * million take about two minutes.
 */
export const DEFAULT_MAX_PAIRS = 2e9;

/** Pairs of shares that are ready to be put together into edges. */
export interface Detection {
  /**
   * Calls `visit` for every edge in order of (from, to). Counts pairs and objects. With `keep` (1 by rank of
   * account) only edges between those accounts. Can be called again, at the same cost.
   */
  forEachEdge(
    visit: (edge: Edge) => void,
    keep?: Uint8Array,
  ): { readonly pairs: number; readonly objects: number };
  /** As forEachEdge, the edges put together piece by piece by whoever `ask` has do it. */
  forEachEdgeOf(
    ask: AskEdges,
    visit: (edge: Edge) => void,
    keep?: Uint8Array,
  ): Promise<{ readonly pairs: number; readonly objects: number }>;
}

/** Gives what `edgesOfAccounts` gives of pieces, in their order. */
export type AskEdges = (pieces: readonly AccountPiece[]) => Promise<readonly string[]>;

/** Pairs of a piece: a second of one core. */
const PAIRS_EACH = 5e6;
/** Pieces that are asked for, and held with what they gave, at a time. */
const PIECES_AT_ONCE = 32;

/**
 * Pairs of accounts that shared the same object within a time window (the definitions of CooRTweet 2.1.3:
 * docs/spread.md). `ranks` numbers the accounts; an edge goes from the lower to the higher.
 * Throws TamisError `too-many-pairs`, `bad-window`.
 */
export function detectCoordination(shares: Shares, ranks: Uint32Array, options: DetectOptions): Detection {
  const query = pairQuery(shares, ranks, options);
  return {
    forEachEdge: (visit, keep) => {
      const limits = { memoryBytes: options.pairMemory(), byAccount: options.byAccount === true };
      return forEachEdge(keep ? between(query, keep) : query, shares.accounts, limits, visit);
    },
    forEachEdgeOf: async (ask, visit, keep) => {
      const asked = keep ? between(query, keep) : query;
      const counts = countPairs(asked, shares.accounts);
      const pieces = accountPieces(
        asked,
        counts,
        options.byAccount === true,
        options.pairsEach ?? PAIRS_EACH,
      );
      for (let some = take(pieces); some.length > 0; some = take(pieces))
        for (const packed of await ask(some)) unpackEdges(packed, visit);
      return counts;
    },
  };
}

function take(pieces: Iterator<AccountPiece>): readonly AccountPiece[] {
  const some: AccountPiece[] = [];
  while (some.length < PIECES_AT_ONCE) {
    const next = pieces.next();
    if (next.done) break;
    some.push(next.value);
  }
  return some;
}

/** What is linear in the number of shares: which of them may be in pairs, in order. Throws as detectCoordination. */
export function pairQuery(
  shares: Shares,
  ranks: Uint32Array,
  options: Pick<DetectOptions, 'window' | 'minParticipation' | 'maxPairs'>,
): PairQuery {
  if (!(options.window >= 0 && options.window <= LONGEST_WINDOW))
    throw new TamisError('bad-window', {
      en: `the window is from 0 to ${LONGEST_WINDOW} seconds, not ${options.window}`,
      fr: `la fenêtre va de 0 à ${LONGEST_WINDOW} secondes, pas ${options.window}`,
    });
  const windowMs = options.window * 1000;
  const ordered = orderShares(shares, options.minParticipation, ranks);
  const bound = pairBound(ordered, windowMs);
  if (bound.total > options.maxPairs)
    throw new TooManyPairs(bound.total, bound.worst, bound.worstPairs, options.maxPairs);
  const rows = rowsPerAccount(shares);
  const participation = participationOf(shares, ordered, windowMs, options.minParticipation, rows);
  return { shares: ordered, participation, windowMs };
}

/** Thirty days: differences are kept as 32 bits of milliseconds. */
const LONGEST_WINDOW = 30 * 86_400;

function between(query: PairQuery, keep: Uint8Array): PairQuery {
  const { shares, rows } = sharesOf(query.shares, keep);
  return { ...query, shares, participation: Uint8Array.from(rows, (row) => query.participation[row] ?? 0) };
}

/** Listing the pairs would take too long. `object` is the number of the object with most of them. */
export class TooManyPairs extends TamisError {
  readonly object: number;

  constructor(pairs: number, object: number, objectPairs: number, limit: number) {
    super(
      'too-many-pairs',
      `up to ${pairs} pairs, more than the limit of ${limit}; ${objectPairs} of them share one object: ` +
        'a smaller window, or leaving that object out, helps',
    );
    this.object = object;
  }
}
