import type { DatabaseSync } from 'node:sqlite';
import type { TraceGroup } from '../../model/index.ts';
import { prepareItem } from '../prepare.ts';
import { ItemReader } from '../sqlite/item-reader.ts';
import { integer, text, textOrNull } from '../sqlite/row.ts';
import { TraceTable } from '../sqlite/trace-table.ts';
import type { StoredItem } from '../store.ts';
import { type MoveSource, type MoveTarget, PAGE_ROWS, type RawItem, type RawJudgement } from './side.ts';
import { ITEM_TABLES, numberKey, OWN_SETTINGS, type PlainTable, type RawRow, type Value } from './tables.ts';

const ITEM_COLUMNS = Object.keys(ITEM_TABLES.items ?? {});
const MESSAGE_COLUMNS = Object.keys(ITEM_TABLES.messages ?? {});

/** A case in SQLite as one side of a move. */
export class SqliteSide implements MoveSource, MoveTarget {
  readonly #database: DatabaseSync;
  readonly #reader: ItemReader;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#reader = new ItemReader(database);
  }

  *pages(table: PlainTable): Iterable<readonly RawRow[]> {
    const { name, columns, order } = table;
    const key = numberKey(table);
    const where = key === null ? '' : `WHERE ${key} > ?`;
    const statement = this.#database.prepare(
      `SELECT ${Object.keys(columns).join(', ')} FROM ${name} ${where} ORDER BY ${order.join(', ')}
       LIMIT ${PAGE_ROWS} ${key === null ? 'OFFSET ?' : ''}`,
    );
    for (let at = key === null ? 0 : -1; ; ) {
      const rows = statement.all(at) as RawRow[];
      const kept = name === 'settings' ? rows.filter((row) => !OWN_SETTINGS.has(String(row.name))) : rows;
      yield name === 'tasks' ? kept.map((row) => ({ ...row, done: row.done === 1 })) : kept;
      if (rows.length < PAGE_ROWS) return;
      at = key === null ? at + PAGE_ROWS : Number(rows.at(-1)?.[key]);
    }
  }

  *items(): Iterable<readonly RawItem[]> {
    const statement = this.#database.prepare(
      `SELECT i.row, ${ITEM_COLUMNS.map((name) => `i.${name}`).join(', ')}, m.row AS message,
         ${MESSAGE_COLUMNS.map((name) => `m.${name}`).join(', ')}, x.text, e.json AS details, h.json AS traces
       FROM items i LEFT JOIN messages m ON m.row = i.row LEFT JOIN texts x ON x.row = i.row
       LEFT JOIN details e ON e.row = i.row LEFT JOIN message_traces h ON h.row = i.row
       WHERE i.row > ? ORDER BY i.row LIMIT ${PAGE_ROWS}`,
    );
    for (let after = -1; ; ) {
      const rows = statement.all(after) as RawRow[];
      yield rows.map((row) => ({
        row: integer(row, 'row'),
        item: pick(row, ITEM_COLUMNS),
        message: row.message === null ? null : pick(row, MESSAGE_COLUMNS),
        text: textOrNull(row, 'text'),
        details: text(row, 'details'),
        traces: textOrNull(row, 'traces'),
      }));
      const last = rows.at(-1);
      if (!last || rows.length < PAGE_ROWS) return;
      after = integer(last, 'row');
    }
  }

  *judgements(): Iterable<readonly RawJudgement[]> {
    const statement = this.#database.prepare(
      `SELECT j.row, j.verdict, j.reasons, (SELECT group_concat(r.code, ' ') FROM reasons r WHERE r.row = j.row) AS codes
       FROM judgements j WHERE j.row > ? ORDER BY j.row LIMIT ${PAGE_ROWS}`,
    );
    for (let after = -1; ; ) {
      const rows = statement.all(after);
      yield rows.map((row) => ({
        row: integer(row, 'row'),
        verdict: text(row, 'verdict'),
        reasons: text(row, 'reasons'),
        codes: textOrNull(row, 'codes')?.split(' ') ?? [],
      }));
      const last = rows.at(-1);
      if (!last || rows.length < PAGE_ROWS) return;
      after = integer(last, 'row');
    }
  }

  *traceGroups(): Iterable<string> {
    for (const group of new TraceTable(this.#database).groups({})) yield JSON.stringify(group);
  }

  itemByRow(row: number): StoredItem | null {
    return this.#reader.byRow(row);
  }

  add({ name, columns }: PlainTable, rows: readonly RawRow[]): void {
    const names = Object.keys(columns);
    const statement = this.#insert(name, names);
    for (const row of rows) statement(names.map((column) => row[column] ?? null));
  }

  addItems(items: readonly RawItem[]): void {
    const item = this.#insert('items', ['row', ...ITEM_COLUMNS]);
    const message = this.#insert('messages', ['row', ...MESSAGE_COLUMNS]);
    const texts = this.#insert('texts', ['row', 'text']);
    const details = this.#insert('details', ['row', 'json']);
    const traces = this.#insert('message_traces', ['row', 'json']);
    for (const each of items) {
      item([each.row, ...ITEM_COLUMNS.map((name) => each.item[name] ?? null)]);
      const { message: facts } = each;
      if (facts !== null) message([each.row, ...MESSAGE_COLUMNS.map((name) => facts[name] ?? null)]);
      if (each.text !== null) texts([each.row, each.text]);
      details([each.row, each.details]);
      if (each.traces !== null) traces([each.row, each.traces]);
    }
  }

  addJudgements(judgements: readonly RawJudgement[]): void {
    const judgement = this.#insert('judgements', ['row', 'verdict', 'reasons']);
    const reason = this.#insert('reasons', ['row', 'code']);
    for (const { row, verdict, reasons, codes } of judgements) {
      judgement([row, verdict, reasons]);
      for (const code of codes) reason([row, code]);
    }
  }

  addTraceGroups(groups: readonly string[]): void {
    const insert = this.#insert('trace_groups', [
      'kind',
      'value',
      'familiarity',
      'items',
      'surprise',
      'json',
    ]);
    for (const written of groups) {
      const { kind, value, familiarity, items, surprise } = JSON.parse(written) as TraceGroup;
      insert([kind, value, familiarity, items, surprise, written]);
    }
  }

  addWords(items: readonly StoredItem[]): void {
    const insert = this.#insert('words', [
      'rowid',
      'subject',
      'sender',
      'recipients',
      'copies',
      'body',
      'files',
      'place',
    ]);
    for (const item of items) {
      const { subject, sender, recipients, copies, files, path } = prepareItem(item.role, item);
      insert([item.row, subject, sender, recipients, copies, indexedText(item), files, path]);
    }
  }

  #insert(table: string, columns: readonly string[]): (values: readonly Value[]) => void {
    const statement = this.#database.prepare(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    );
    return (values) => {
      statement.run(...values.map((value) => (typeof value === 'boolean' ? Number(value) : value)));
    };
  }
}

/** The item's own text, and what OCR read. */
export function indexedText({ text: own, ocr }: StoredItem): string {
  return [own, ...(ocr?.pages.map((page) => page.text) ?? [])].join('\n');
}

function pick(row: RawRow, names: readonly string[]): RawRow {
  return Object.fromEntries(names.map((name) => [name, row[name] ?? null]));
}
