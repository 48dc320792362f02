import { auditSignIn, type Fields, fieldsOf, isAuditHeader, parsed } from './audit-record.ts';
import { CARRIED_TIMES, carriedLine } from './carried-line.ts';
import { csvCells, isOpen } from './csv-row.ts';
import { timeIn } from './log-time.ts';
import type { SignIn } from './sign-in.ts';
import { signInOf } from './text-formats.ts';

/** What a line holds: what was understood, and the text itself, in which names and hashes are looked for. */
export interface LogLine {
  readonly number: number;
  readonly text: string;
  readonly signIn: SignIn | null;
}

/** Attack: a quoted cell that never ends. */
const MOST_ROW = 2 ** 20;
/** Attack: a JSON document that does not fit into memory. Beyond it the rest is read line by line. */
const MOST_DOCUMENT = 256 * 2 ** 20;

type Mode =
  | { readonly type: 'unknown' }
  | { readonly type: 'lines' }
  | { readonly type: 'csv'; readonly columns: readonly string[]; readonly delimiter: string }
  /** W3C extended format, as IIS writes it: columns are named again at every start. */
  | { readonly type: 'w3c'; readonly columns: readonly string[] }
  | { readonly type: 'document' };

/** Reads one log line by line, whatever its format, which its first line tells. */
export class LogReader {
  readonly #now: () => number;
  #mode: Mode = { type: 'unknown' };
  #pending: string[] = [];
  #pendingLength = 0;
  #number = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  *line(text: string): IterableIterator<LogLine> {
    this.#number++;
    if (text.startsWith(W3C_FIELDS)) {
      this.#mode = { type: 'w3c', columns: text.slice(W3C_FIELDS.length).trim().split(' ') };
      return;
    }
    if (this.#mode.type === 'unknown') {
      if (isBeforeColumns(text)) return;
      this.#mode = modeOf(text);
      if (this.#mode.type === 'csv') return;
    }
    switch (this.#mode.type) {
      case 'w3c':
        yield this.#w3c(text, this.#mode.columns);
        return;
      case 'csv':
        yield* this.#row(text, this.#mode);
        return;
      case 'document':
        this.#pending.push(text);
        this.#pendingLength += text.length + 1;
        if (this.#pendingLength > MOST_DOCUMENT) yield* this.#giveUpDocument();
        return;
      default:
        yield* this.#plainLine(text);
    }
  }

  /** What was held back until the end. */
  *end(): IterableIterator<LogLine> {
    const text = this.#pending.join('\n');
    this.#pending = [];
    if (this.#mode.type === 'csv' && text !== '') yield this.#cells(text, this.#mode);
    if (this.#mode.type !== 'document') return;
    const value = parsed(text);
    if (value === null) {
      for (const line of text.split('\n')) yield* this.#plainLine(line);
      return;
    }
    for (const record of recordsIn(value)) yield this.#record(record);
  }

  *#row(text: string, mode: Extract<Mode, { type: 'csv' }>): IterableIterator<LogLine> {
    this.#pending.push(text);
    this.#pendingLength += text.length;
    const row = this.#pending.join('\n');
    if (isOpen(row) && this.#pendingLength < MOST_ROW) return;
    this.#pending = [];
    this.#pendingLength = 0;
    yield this.#cells(row, mode);
  }

  #cells(row: string, { columns, delimiter }: Extract<Mode, { type: 'csv' }>): LogLine {
    const cells = csvCells(row, delimiter);
    const record = Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']));
    return { number: this.#number, text: row, signIn: auditSignIn(fieldsOf(record), this.#now()) };
  }

  #w3c(text: string, columns: readonly string[]): LogLine {
    const cells = text.split(' ');
    const record = Object.fromEntries(
      columns.map((column, at) => [column, cells[at] === '-' ? '' : (cells[at] ?? '')]),
    );
    const { date = '', time = '', 'cs(User-Agent)': client = '' } = record;
    const told = { ...record, date: `${date} ${time}`, 'cs(User-Agent)': client.replaceAll('+', ' ') };
    return { number: this.#number, text, signIn: auditSignIn(fieldsOf(told), this.#now()) };
  }

  #record(record: unknown): LogLine {
    const text = jsonOf(record);
    const fields = fieldsOf(record);
    return { number: this.#number, text, signIn: this.#carried(fields) ?? auditSignIn(fields, this.#now()) };
  }

  /** A line of a server that a journal or a container's log carries as a member. */
  #carried(fields: Fields): SignIn | null {
    const line = carriedLine(fields);
    const found = line === null ? null : signInOf(line);
    if (line === null || found === null) return null;
    const written = CARRIED_TIMES.flatMap((name) => fields.get(name) || [])[0] ?? '';
    return { at: timeIn(written, this.#now()) ?? timeIn(line, this.#now()), ...found };
  }

  *#plainLine(text: string): IterableIterator<LogLine> {
    const value = text.startsWith('{') ? parsed(text) : null;
    if (value !== null) {
      for (const record of recordsIn(value)) yield this.#record(record);
      return;
    }
    const found = signInOf(text);
    const signIn = found === null ? null : { at: timeIn(text, this.#now()), ...found };
    yield { number: this.#number, text, signIn };
  }

  *#giveUpDocument(): IterableIterator<LogLine> {
    this.#mode = { type: 'lines' };
    for (const line of this.#pending) yield* this.#plainLine(line);
    this.#pending = [];
  }
}

const W3C_FIELDS = '#Fields: ';

/** Empty lines, what PowerShell puts above columns (`#TYPE …`), and what IIS puts above its own. */
function isBeforeColumns(text: string): boolean {
  return /^\uFEFF?(?:\s*|#(?:TYPE|Software:|Version:|Date:|Start-Date:) .*)$/.test(text);
}

/** Attack: a record so deep that writing it overflows the stack, which reading it did not. */
function jsonOf(record: unknown): string {
  try {
    return JSON.stringify(record);
  } catch {
    return '';
  }
}

function modeOf(first: string): Mode {
  const start = first.replace(/^\uFEFF/, '').trimStart();
  if (start.startsWith('[') && !/^\[[A-Z][a-z]{2} /.test(start)) return { type: 'document' };
  if (start.startsWith('{')) return { type: parsed(start) === null ? 'document' : 'lines' };
  for (const delimiter of [',', ';', '\t']) {
    const columns = csvCells(start.trimEnd(), delimiter).map((column) => column.trim());
    if (isAuditHeader(columns)) return { type: 'csv', columns, delimiter };
  }
  return { type: 'lines' };
}

/** A list, or the one list that an answer of an API wraps. */
function recordsIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return [];
  const list = Object.values(value).find((each) => Array.isArray(each) && typeof each[0] === 'object');
  const isEnvelope = ['value', 'items', 'Records', 'records', 'events', 'resultSets'].some(
    (name) => name in value,
  );
  return isEnvelope && Array.isArray(list) && !('id' in value) ? list : [value];
}
