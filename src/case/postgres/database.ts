/**
 * What the store needs of a connection to PostgreSQL: calls that block. `src/net/postgres` has one; the store
 * itself opens no socket. Errors are TamisErrors `db-lost`, `db-again`, `db-denied`, `disk-full`, `db-error`.
 */
export interface Database {
  readonly isOpen: boolean;
  query(sql: string, parameters?: readonly Parameter[]): readonly Row[];
  run(statements: readonly Statement[]): readonly (readonly Row[])[];
  script(sql: string): void;
  /** Counts notices of a channel from now on; none while the connection is lost. */
  listen(channel: string): void;
  readonly notices: Notices;
  close(): void;
}

/** What other processes tell that something is to be looked for. Read `seen`, look, and wait for more than was seen. */
export interface Notices {
  readonly seen: number;
  /** Blocks for at most so many milliseconds. */
  wait(seen: number, ms: number): void;
  soon(seen: number, ms: number, signal: AbortSignal): Promise<void>;
}

export type Scalar = string | number | boolean | null | Uint8Array;
export type Parameter = Scalar | readonly Scalar[];
export type Row = Readonly<Record<string, unknown>>;

export interface Statement {
  readonly sql: string;
  readonly parameters: readonly Parameter[];
  /** To be planned each time, and the plan not kept. */
  readonly anew?: boolean;
}
