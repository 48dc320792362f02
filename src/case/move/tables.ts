import { createHash } from 'node:crypto';

export type ColumnType = 'text' | 'bigint' | 'integer' | 'float8' | 'boolean' | 'bytea';
export type Value = string | number | boolean | null | Uint8Array;
export type RawRow = Readonly<Record<string, Value>>;

/** A table that both stores have with the same columns; in a case of either, rows come in the order of `order`. */
export interface PlainTable {
  readonly name: string;
  readonly columns: Readonly<Record<string, ColumnType>>;
  /** Columns that make a row one. */
  readonly order: readonly string[];
  /** Columns that PostgreSQL has besides, made from the others. */
  readonly further?: Readonly<Record<string, readonly [ColumnType, (row: RawRow) => Value]>>;
}

const row = { row: 'bigint' } as const;
const byRow = ['row'] as const;

/** All tables but those of items, judgements, groups of traces and words. */
export const PLAIN_TABLES: readonly PlainTable[] = [
  { name: 'settings', columns: { name: 'text', value: 'text' }, order: ['name'] },
  {
    name: 'inputs',
    columns: { number: 'integer', path: 'text', role: 'text', name: 'text' },
    order: ['number'],
  },
  {
    name: 'sources',
    columns: { role: 'text', path: 'text', size: 'bigint', mtime_ms: 'float8', sha256: 'text' },
    order: ['role', 'path'],
  },
  {
    name: 'tasks',
    columns: {
      id: 'bigint',
      key: 'text',
      kind: 'text',
      payload: 'text',
      attempts: 'integer',
      done: 'boolean',
    },
    order: ['id'],
    further: { key_hash: ['text', ({ key }) => sha256(String(key))] },
  },
  { name: 'signatures', columns: { ...row, json: 'text' }, order: byRow },
  {
    name: 'contents',
    columns: { ...row, language: 'text', topics: 'text', personal: 'text', sketch: 'bytea' },
    order: byRow,
  },
  { name: 'ocr', columns: { ...row, next: 'integer', json: 'text' }, order: byRow },
  { name: 'near_duplicates', columns: { ...row, cluster: 'text', similarity: 'float8' }, order: byRow },
  { name: 'decoys', columns: { ...row, decoy: 'text', likeness: 'text', share: 'float8' }, order: byRow },
  { name: 'threads', columns: { ...row, thread: 'text' }, order: byRow },
  { name: 'duplicates', columns: { ...row, of_id: 'text' }, order: byRow },
  {
    name: 'trace_findings',
    columns: { type: 'text', number: 'integer', json: 'text' },
    order: ['type', 'number'],
  },
  {
    name: 'keys',
    columns: {
      ...{ domain: 'text', selector: 'text', record: 'text', trust: 'text', source: 'text' },
      ...{ first_seen: 'text', last_seen: 'text' },
    },
    order: ['domain', 'selector', 'record', 'trust', 'source'],
    further: {
      key_hash: [
        'text',
        ({ domain, selector, record, trust, source }) =>
          sha256(JSON.stringify([domain, selector, record, trust, source])),
      ],
    },
  },
  {
    name: 'custody',
    columns: { number: 'bigint', time: 'text', action: 'text', detail: 'text', hash: 'text' },
    order: ['number'],
  },
];

/** Settings that speak of one store and not of the case. */
export const OWN_SETTINGS: ReadonlySet<string> = new Set(['objects', 'run', 'reading']);

/** Columns of an item as they stand in both stores; in SQLite in several tables. */
export const ITEM_TABLES: Readonly<Record<string, Readonly<Record<string, ColumnType>>>> = {
  items: {
    ...{ id: 'text', role: 'text', path: 'text', parent: 'text', kind: 'text', type: 'text', name: 'text' },
    ...{
      size: 'bigint',
      sha256: 'text',
      status: 'text',
      failure: 'text',
      failure_detail: 'text',
      date: 'text',
    },
    ...{ attachments: 'integer', expected: 'bigint', emitted: 'bigint', failed: 'bigint', skipped: 'bigint' },
  },
  messages: {
    ...{ message_id: 'text', subject: 'text', from_address: 'text', canonical: 'text', mih: 'text' },
    ...{ rebuilt: 'integer', list: 'text', people: 'text', links: 'text' },
  },
};

/** The column by which pages of a table follow each other; null for small tables without a number. */
export function numberKey({ columns, order }: PlainTable): string | null {
  const [only, other] = order;
  if (only === undefined || other !== undefined) return null;
  return columns[only] === 'bigint' || columns[only] === 'integer' ? only : null;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
