import type { Interner } from './interner.ts';

/**
 * Shares in columns: one row says that an account shared an object in a post at a time. Objects, accounts
 * and posts (`content`) are numbers in order of first appearance.
 */
export interface Shares {
  /** Number of rows; the arrays may be longer. */
  readonly count: number;
  readonly object: Uint32Array;
  readonly account: Uint32Array;
  readonly content: Uint32Array;
  /** Milliseconds since 1970 (or since any one moment: only differences are used). */
  readonly time: Float64Array;
  /** 1 where the post is the object itself (the original among its re-shares): never part of a pair. */
  readonly own: Uint8Array;
  readonly objects: number;
  readonly accounts: number;
  readonly contents: number;
}

/** Shares with the names their numbers stand for. */
export interface NamedShares extends Shares {
  readonly objectNames: Interner;
  readonly accountNames: Interner;
}
