import { aboutDocument, languageOf, programsOf } from '../postgres/columns.ts';
import type { Parameter, Row, Scalar } from '../postgres/database.ts';
import { ItemReader } from '../postgres/item-reader.ts';
import type { Session } from '../postgres/session.ts';
import { TraceTable } from '../postgres/trace-table.ts';
import { wordVectors } from '../postgres/words.ts';
import { prepareItem } from '../prepare.ts';
import { integer, text, textOrNull } from '../sqlite/row.ts';
import type { StoredItem } from '../store.ts';
import { type MoveSource, type MoveTarget, PAGE_ROWS, type RawItem, type RawJudgement } from './side.ts';
import { indexedText } from './sqlite-side.ts';
import {
  type ColumnType,
  ITEM_TABLES,
  numberKey,
  OWN_SETTINGS,
  type PlainTable,
  type RawRow,
  type Value,
} from './tables.ts';

const ITEM_TYPES = ITEM_TABLES.items ?? {};
const MESSAGE_TYPES = ITEM_TABLES.messages ?? {};

/** A case in PostgreSQL as one side of a move; as the target, inside one transaction. */
export class PostgresSide implements MoveSource, MoveTarget {
  readonly #session: Session;
  readonly #reader: ItemReader;

  constructor(session: Session) {
    this.#session = session;
    this.#reader = new ItemReader(session);
  }

  *pages(table: PlainTable): Iterable<readonly RawRow[]> {
    const { name, columns, order } = table;
    const names = Object.keys(columns);
    const key = numberKey(table);
    const where = key === null ? '' : `AND ${quoted(key)} > $2::bigint`;
    const sql = `SELECT ${names.map(quoted).join(', ')} FROM ${name} WHERE case_id = $1 ${where}
      ORDER BY ${order.map(quoted).join(', ')} LIMIT ${PAGE_ROWS} ${key === null ? 'OFFSET $2' : ''}`;
    for (let at = key === null ? 0 : -1; ; ) {
      const rows = this.#session.read(sql, [at]);
      const raw = rows.map((row) => rawOf(row, names));
      yield name === 'settings' ? raw.filter((row) => !OWN_SETTINGS.has(String(row.name))) : raw;
      if (rows.length < PAGE_ROWS) return;
      at = key === null ? at + PAGE_ROWS : Number(rows.at(-1)?.[key]);
    }
  }

  *items(): Iterable<readonly RawItem[]> {
    for (let after = -1; ; ) {
      const rows = this.#session.read(
        `SELECT * FROM items WHERE case_id = $1 AND "row" > $2::bigint ORDER BY "row" LIMIT ${PAGE_ROWS}`,
        [after],
      );
      yield rows.map((row) => ({
        row: integer(row, 'row'),
        item: rawOf(row, Object.keys(ITEM_TYPES)),
        message: row.people === null ? null : rawOf(row, Object.keys(MESSAGE_TYPES)),
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
    for (let after = -1; ; ) {
      const rows = this.#session.read(
        `SELECT "row", verdict, reasons, array_to_string(codes, ' ') AS codes FROM judgements
         WHERE case_id = $1 AND "row" > $2::bigint ORDER BY "row" LIMIT ${PAGE_ROWS}`,
        [after],
      );
      yield rows.map((row) => ({
        row: integer(row, 'row'),
        verdict: text(row, 'verdict'),
        reasons: text(row, 'reasons'),
        codes: text(row, 'codes')
          .split(' ')
          .filter((code) => code !== ''),
      }));
      const last = rows.at(-1);
      if (!last || rows.length < PAGE_ROWS) return;
      after = integer(last, 'row');
    }
  }

  *traceGroups(): Iterable<string> {
    for (const group of new TraceTable(this.#session).groups({})) yield JSON.stringify(group);
  }

  itemByRow(row: number): StoredItem | null {
    return this.#reader.byRow(row);
  }

  add({ name, columns, further = {} }: PlainTable, rows: readonly RawRow[]): void {
    const types = {
      ...columns,
      ...Object.fromEntries(Object.entries(further).map(([key, [type]]) => [key, type])),
    };
    const full = rows.map((row) => ({
      ...row,
      ...Object.fromEntries(Object.entries(further).map(([key, [, make]]) => [key, make(row)])),
    }));
    // New tasks and items come after those that were moved.
    if (name === 'tasks')
      this.#raise(
        'task_ids',
        full.map((row: RawRow) => Number(row.id)),
      );
    this.#insert(name, types, full);
  }

  addItems(items: readonly RawItem[]): void {
    const own = {
      text: 'text',
      traces: 'text',
      details: 'text',
      programs: 'text',
      details_language: 'text',
    } as const;
    const rows = items.map(({ row, item, message, text: written, details, traces }) => {
      const document = { kind: String(item.kind), details };
      const programs = aboutDocument(document, programsOf);
      const language = aboutDocument(document, languageOf);
      return {
        row,
        ...item,
        ...message,
        text: written,
        traces,
        details,
        programs,
        details_language: language,
      };
    });
    this.#raise(
      'item_rows',
      items.map(({ row }) => row),
    );
    this.#insert('items', { row: 'bigint', ...ITEM_TYPES, ...MESSAGE_TYPES, ...own }, rows);
  }

  addJudgements(judgements: readonly RawJudgement[]): void {
    if (judgements.length === 0) return;
    this.#session.write(
      `INSERT INTO judgements SELECT $1, r, v, j, string_to_array(c, ' ')
       FROM unnest($2::bigint[], $3::text[], $4::text[], $5::text[]) AS n (r, v, j, c)`,
      [
        judgements.map(({ row }) => row),
        judgements.map(({ verdict }) => verdict),
        judgements.map(({ reasons }) => reasons),
        judgements.map(({ codes }) => codes.join(' ')),
      ],
    );
  }

  addTraceGroups(groups: readonly string[]): void {
    const read = groups.map((json, number) => ({
      ...(JSON.parse(json) as Record<string, Value>),
      json,
      number,
    }));
    this.#insert(
      'trace_groups',
      {
        ...{ number: 'integer', kind: 'text', value: 'text', familiarity: 'text', items: 'integer' },
        ...{ surprise: 'float8', json: 'text' },
      },
      read,
    );
  }

  addWords(items: readonly StoredItem[]): void {
    const rows = items.flatMap((item) => {
      const { subject, sender, recipients, copies, files, path: place } = prepareItem(item.role, item);
      const vectors = wordVectors({
        subject,
        sender,
        recipients,
        copies,
        body: indexedText(item),
        files,
        place,
      });
      return vectors.map((words, chunk) => ({ row: item.row, chunk, words }));
    });
    if (rows.length === 0) return;
    this.#session.write(
      `INSERT INTO words SELECT $1, * FROM unnest($2::bigint[], $3::integer[], $4::tsvector[])`,
      [rows.map(({ row }) => row), rows.map(({ chunk }) => chunk), rows.map(({ words }) => words)],
    );
    // So much at a time; the rest of the transaction goes on.
    this.#session.read('SELECT $1::integer');
  }

  #insert(table: string, types: Readonly<Record<string, ColumnType>>, rows: readonly RawRow[]): void {
    if (rows.length === 0) return;
    const names = Object.keys(types);
    const arrays = names.map((name, at) => `$${at + 2}::${types[name]}[]`).join(', ');
    const values: Parameter[] = names.map((name) => rows.map((row): Scalar => row[name] ?? null));
    this.#session.write(
      `INSERT INTO ${table} (case_id, ${names.map(quoted).join(', ')}) SELECT $1, * FROM unnest(${arrays})`,
      values,
    );
  }

  #raise(sequence: string, numbers: readonly number[]): void {
    const most = numbers.reduce((a, b) => Math.max(a, b), 0);
    if (most === 0) return;
    this.#session.write(
      `SELECT setval('${sequence}', greatest($2::bigint, (SELECT last_value FROM ${sequence}))) WHERE $1::integer IS NOT NULL`,
      [most],
    );
  }
}

/** `row` is a word of the language. */
function quoted(name: string): string {
  return `"${name}"`;
}

function rawOf(row: Row, names: readonly string[]): RawRow {
  return Object.fromEntries(names.map((name) => [name, scalarOf(row[name])]));
}

function scalarOf(value: unknown): Value {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'boolean' || value instanceof Uint8Array) return value;
  return String(value);
}
