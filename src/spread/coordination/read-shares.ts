import { TamisError } from '../../model/index.ts';
import { csvDialect } from '../csv/dialect.ts';
import { type CsvDefect, CsvParser, type CsvRow } from '../csv/parser.ts';
import { textBytes } from '../csv/text-bytes.ts';
import { parseTime } from '../time/parse-time.ts';
import { Interner } from './interner.ts';
import { ShareColumns } from './share-columns.ts';
import type { NamedShares } from './shares.ts';

/** Which columns of the table hold the parts of a share. */
export interface ShareColumnNames {
  readonly object: string;
  readonly account: string;
  readonly content: string;
  readonly time: string;
}

/** How a table of shares is read. */
export interface ReadSharesOptions {
  readonly columns: ShareColumnNames;
  /** IANA zone of stamps that state none. */
  readonly zone: string;
  /** Objects left out, such as the hashtag the collection was made with; compared exactly. */
  readonly exclude: ReadonlySet<string>;
}

/** Why a row cannot be used. */
export type RejectReason =
  | CsvDefect
  | 'missing-field'
  | 'empty-object'
  | 'empty-account'
  | 'empty-content'
  | `time-${string}`;

/** The shares of a table, and what of it could not be used. */
export interface ReadSharesResult {
  readonly shares: NamedShares;
  /** Rows after the header. */
  readonly rows: number;
  readonly excluded: number;
  readonly rejected: Readonly<Partial<Record<RejectReason, number>>>;
  /** The first rejected rows, for a person to look at. */
  readonly firstRejects: readonly { readonly line: number; readonly reason: RejectReason }[];
  /** Rows whose stamp stated no zone and was read in `zone`. */
  readonly assumedZone: number;
}

const FIRST_REJECTS = 20;

/**
 * Reads a CSV file of shares into columns. Rows that cannot be used are counted by reason, never fatal.
 * Throws TamisError `missing-column` (naming the columns there are), `empty-file`, `unknown-format`, `cannot-read`.
 */
export async function readShares(path: string, options: ReadSharesOptions): Promise<ReadSharesResult> {
  const reader = new ShareReader(path, options);
  for await (const chunk of textBytes(path)) reader.push(chunk);
  return reader.end();
}

class ShareReader {
  readonly #path: string;
  readonly #options: ReadSharesOptions;
  readonly #objects = new Interner();
  readonly #accounts = new Interner();
  readonly #contents = new Interner();
  readonly #columns = new ShareColumns();
  readonly #decoder = new TextDecoder();
  readonly #exclude: readonly Uint8Array[];
  readonly #rejected: Partial<Record<RejectReason, number>> = {};
  readonly #firstRejects: { line: number; reason: RejectReason }[] = [];
  #start: Uint8Array[] = [];
  #parser: CsvParser | null = null;
  #at: Positions | null = null;
  #rows = 0;
  #excluded = 0;
  #assumedZone = 0;

  constructor(path: string, options: ReadSharesOptions) {
    this.#path = path;
    this.#options = options;
    this.#exclude = [...options.exclude].map((name) => new TextEncoder().encode(name));
  }

  push(chunk: Uint8Array): void {
    if (this.#parser) {
      this.#parser.push(chunk);
      return;
    }
    this.#start.push(chunk);
    if (chunk.includes(0x0a) || chunk.includes(0x0d)) this.#open();
  }

  end(): ReadSharesResult {
    if (!this.#parser) this.#open();
    this.#parser?.end();
    return {
      shares: this.#columns.shares(this.#objects, this.#accounts, this.#contents.size),
      rows: this.#rows,
      excluded: this.#excluded,
      rejected: this.#rejected,
      firstRejects: this.#firstRejects,
      assumedZone: this.#assumedZone,
    };
  }

  /** Reads the header from what has come so far, then the rows of it. */
  #open(): void {
    const start = Buffer.concat(this.#start);
    this.#start = [];
    const dialect = csvDialect(start);
    if (!dialect)
      throw new TamisError('empty-file', {
        en: `${this.#path} holds no line`,
        fr: `${this.#path} ne contient aucune ligne`,
      });
    if (/[\0\ufffd]|^\s*[<{[]/.test(dialect.header.join()))
      throw new TamisError('unknown-format', {
        en: `${this.#path} is no table: shares are read from CSV with a header. Posts are for tamis spread import, and then tamis spread report.`,
        fr: `${this.#path} n’est pas un tableau\u00a0: les partages se lisent en CSV avec en-tête. Les messages se lisent par tamis spread import, puis tamis spread report.`,
      });
    this.#at = positions(this.#path, dialect.header, this.#options.columns);
    let header = true;
    this.#parser = new CsvParser(dialect.delimiter, {
      row: (row) => {
        if (!header) this.#row(row);
        header = false;
      },
      defect: (line, reason) => {
        this.#rows++;
        this.#reject(line, reason);
      },
    });
    this.#parser.push(start);
  }

  #row(row: CsvRow): void {
    this.#rows++;
    const at = this.#at;
    if (at === null || row.count <= at.last) {
      this.#reject(row.line, 'missing-field');
      return;
    }
    const { bytes, starts, ends } = row;
    const objectStart = starts[at.object] ?? 0;
    const objectEnd = ends[at.object] ?? 0;
    const accountStart = starts[at.account] ?? 0;
    const accountEnd = ends[at.account] ?? 0;
    const contentStart = starts[at.content] ?? 0;
    const contentEnd = ends[at.content] ?? 0;
    if (objectEnd === objectStart || accountEnd === accountStart || contentEnd === contentStart) {
      const what = objectEnd === objectStart ? 'object' : accountEnd === accountStart ? 'account' : 'content';
      this.#reject(row.line, `empty-${what}`);
      return;
    }
    const time = this.#time(row, starts[at.time] ?? 0, ends[at.time] ?? 0);
    if (Number.isNaN(time)) return;
    if (this.#exclude.some((name) => sameBytes(name, bytes, objectStart, objectEnd))) {
      this.#excluded++;
      return;
    }
    this.#columns.add(
      this.#objects.id(bytes, objectStart, objectEnd),
      this.#accounts.id(bytes, accountStart, accountEnd),
      this.#contents.id(bytes, contentStart, contentEnd),
      time,
      sameRange(bytes, objectStart, objectEnd, contentStart, contentEnd) ? 1 : 0,
    );
  }

  /** Milliseconds, or NaN when the row was rejected. Ten digits, epoch seconds, are read from the bytes. */
  #time(row: CsvRow, start: number, end: number): number {
    if (end - start <= 10 && end > start) {
      let value = 0;
      let at = start;
      for (; at < end; at++) {
        const digit = (row.bytes[at] ?? 0) - 0x30;
        if (digit < 0 || digit > 9) break;
        value = value * 10 + digit;
      }
      if (at === end) return value * 1000;
    }
    const result = parseTime(this.#decoder.decode(row.bytes.subarray(start, end)), this.#options.zone);
    if (result.type === 'bad') {
      this.#reject(row.line, `time-${result.reason}`);
      return Number.NaN;
    }
    if (result.zone === 'assumed') this.#assumedZone++;
    return result.ms;
  }

  #reject(line: number, reason: RejectReason): void {
    this.#rejected[reason] = (this.#rejected[reason] ?? 0) + 1;
    if (this.#firstRejects.length < FIRST_REJECTS) this.#firstRejects.push({ line, reason });
  }
}

interface Positions {
  readonly object: number;
  readonly account: number;
  readonly content: number;
  readonly time: number;
  readonly last: number;
}

function positions(path: string, header: readonly string[], names: ShareColumnNames): Positions {
  const find = (field: keyof ShareColumnNames): number => {
    const name = names[field];
    const at = header.indexOf(name);
    if (at < 0)
      throw new TamisError('missing-column', {
        en: `${path} has no column "${name}"; its columns: ${shown(header)}. Name the one meant with --${field}; posts that are no table of shares are for tamis spread import.`,
        fr: `${path} n’a pas de colonne «\u00a0${name}\u00a0»\u202f; ses colonnes\u00a0: ${shown(header)}. Nommez la bonne avec --${field}\u202f; des messages qui ne sont pas un tableau de partages vont à tamis spread import.`,
      });
    return at;
  };
  const object = find('object');
  const account = find('account');
  const content = find('content');
  const time = find('time');
  return { object, account, content, time, last: Math.max(object, account, content, time) };
}

/** Attack: a header of megabytes, or of terminal escapes, in an error message. */
function shown(header: readonly string[]): string {
  return header.slice(0, 60).join(', ').slice(0, 600).replaceAll(/\p{C}/gu, ' ');
}

function sameBytes(name: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  return name.length === end - start && name.every((byte, i) => byte === bytes[start + i]);
}

function sameRange(bytes: Uint8Array, startA: number, endA: number, startB: number, endB: number): boolean {
  if (endA - startA !== endB - startB) return false;
  for (let a = startA, b = startB; a < endA; a++, b++) if (bytes[a] !== bytes[b]) return false;
  return true;
}
