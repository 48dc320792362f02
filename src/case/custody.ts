import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { canonicalJson } from './canonical-json.ts';
import { integer, json, type Row, text } from './sqlite/row.ts';
import type { CustodyEntry } from './store.ts';

/** The hash before the first entry. */
export const CUSTODY_START = '0'.repeat(64);

/** Entries read at once. */
const PAGE_ROWS = 500;

/**
 * The hash of an entry: SHA-256 over the previous entry's hash (its 64 hexadecimal digits) and the canonical
 * JSON of `{action, detail, number, time}`. Changing, dropping, adding or moving an entry breaks every later
 * hash; whoever holds the last hash, on paper or time-stamped, holds the whole log.
 */
export function custodyHash(previous: string, entry: Omit<CustodyEntry, 'hash'>): string {
  const { number, time, action, detail } = entry;
  return createHash('sha256')
    .update(previous)
    .update(canonicalJson({ number, time, action, detail }))
    .digest('hex');
}

export type CustodyCheck =
  | { readonly type: 'intact'; readonly entries: number; readonly lastHash: string }
  /** `number` is the first entry that does not follow from those before it. */
  | { readonly type: 'broken'; readonly number: number; readonly why: 'hash' | 'gap' };

/** Follows the chain from its start. */
export function verifyCustody(entries: Iterable<CustodyEntry>): CustodyCheck {
  let last = CUSTODY_START;
  let count = 0;
  for (const entry of entries) {
    count++;
    if (entry.number !== count) return { type: 'broken', number: count, why: 'gap' };
    if (custodyHash(last, entry) !== entry.hash) return { type: 'broken', number: count, why: 'hash' };
    last = entry.hash;
  }
  return { type: 'intact', entries: count, lastHash: last };
}

/** Appends an entry. To be called inside a write transaction, so that no other entry comes between. */
export function appendCustody(
  database: DatabaseSync,
  time: string,
  action: string,
  detail: Readonly<Record<string, unknown>>,
): void {
  const last = database.prepare('SELECT number, hash FROM custody ORDER BY number DESC LIMIT 1').get();
  const number = last ? integer(last, 'number') + 1 : 1;
  const previous = last ? text(last, 'hash') : CUSTODY_START;
  const written = canonicalJson(detail);
  // Hashed as it will be read back, where `undefined` is gone and a Date has become a string.
  const hash = custodyHash(previous, { number, time, action, detail: JSON.parse(written) });
  database.prepare('INSERT INTO custody VALUES (?, ?, ?, ?, ?)').run(number, time, action, written, hash);
}

/** The log from its first entry, read in pages, so that others may write meanwhile. */
export function* readCustody(database: DatabaseSync): IterableIterator<CustodyEntry> {
  const page = database.prepare(`SELECT * FROM custody WHERE number > ? ORDER BY number LIMIT ${PAGE_ROWS}`);
  for (let after = Number.MIN_SAFE_INTEGER; ; ) {
    const rows = page.all(after);
    for (const row of rows) yield toEntry(row);
    const last = rows.at(-1);
    if (!last || rows.length < PAGE_ROWS) return;
    after = integer(last, 'number');
  }
}

/** A row of the log. */
export function toEntry(row: Row): CustodyEntry {
  return {
    number: integer(row, 'number'),
    time: text(row, 'time'),
    action: text(row, 'action'),
    detail: json(row, 'detail'),
    hash: text(row, 'hash'),
  };
}
