import type { MessagePort } from 'node:worker_threads';

/** What PostgreSQL takes and gives here: JSON never passes as anything but text. */
export type Scalar = string | number | boolean | null | Uint8Array;
export type Parameter = Scalar | readonly Scalar[];

export interface Statement {
  readonly sql: string;
  readonly parameters: readonly Parameter[];
  /** Planned each time, for parameters and tables as they are then; else the server keeps its plan. */
  readonly anew?: boolean;
}

/** Rows as objects by column name. */
export type ResultRow = Readonly<Record<string, unknown>>;

/** What the bridge thread is told once. */
export interface BridgeSetup {
  readonly url: string;
  /** Name under which the server lists the connection. */
  readonly application: string;
  /** Password for a URL without one, read from a file or the environment by who opens the connection. */
  readonly password: string | null;
  /** One Int32: 0 while the caller waits for an answer. */
  readonly signal: SharedArrayBuffer;
  /** One Int32: how many notices of `listen` have come. */
  readonly notices: SharedArrayBuffer;
  /** Milliseconds after which a statement without an answer counts as a lost connection. */
  readonly statementMs: number;
  readonly port: MessagePort;
}

export type Request =
  | { readonly type: 'run'; readonly statements: readonly Statement[] }
  /** SQL of several statements, without parameters: migrations. */
  | { readonly type: 'script'; readonly sql: string }
  /** Has the server tell of a channel, on this connection and those that take its place. */
  | { readonly type: 'listen'; readonly channel: string }
  | { readonly type: 'close' };

export type Answer =
  | { readonly type: 'rows'; readonly results: readonly (readonly ResultRow[])[] }
  | { readonly type: 'error'; readonly kind: ErrorKind; readonly sqlState: string; readonly message: string };

/**
 * `lost`: the connection broke, and what was not committed is gone; of a COMMIT under way nobody knows.
 * `again`: the server asks for the transaction to be repeated (deadlock, serialization).
 */
export type ErrorKind = 'lost' | 'again' | 'refused' | 'denied' | 'disk-full' | 'other';
