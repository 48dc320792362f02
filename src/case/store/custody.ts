export interface CustodyEntry {
  readonly number: number;
  /** ISO 8601 UTC. */
  readonly time: string;
  readonly action: string;
  readonly detail: Readonly<Record<string, unknown>>;
  /** SHA-256 over the previous hash and this entry's canonical JSON, hexadecimal. */
  readonly hash: string;
}

/** What was done to the case, in a log that shows when a line was changed or cut out. */
export interface CustodyStore {
  /** Appends to the hash-chained custody log. */
  log(action: string, detail: Readonly<Record<string, unknown>>): void;
  custody(): IterableIterator<CustodyEntry>;
}
