import { asBuffer } from '../binary/as-buffer.ts';

/** Header of a database, "The SQLite Database File Format", 1.3. */
const HEADER = 100;
const TABLE_LEAF = 13;
/** Cells of one page are at least four bytes apart. */
const MOST_ROWS = 10_000_000;
/** Columns of one row that are looked at. Attack: a record of nothing but headers. */
const MOST_COLUMNS = 2_000;
/** A cell larger than this is a file, not words; what comes after its beginning is not followed. */
const MOST_PAYLOAD = 4 * 2 ** 20;

interface Database {
  readonly bytes: Buffer;
  readonly pageSize: number;
  /** Bytes of a page that are used. */
  readonly usable: number;
  readonly encoding: 'utf8' | 'utf16le' | 'utf16be';
  /** Bytes that chains may still give. Attack: a million rows that share one chain of megabytes. */
  chained: number;
}

/**
 * The words in the tables of a SQLite database, a row a line: messages of telephones, histories, contacts. Instead of
 * following trees every page is looked at that holds rows, so that damaged files are read as far as they go, and rows on
 * pages that were given free are found too. Numbers, indexes and what a write-ahead log holds are left out.
 */
export function sqliteText(source: Uint8Array, mostChars: number): string {
  const database = open(asBuffer(source));
  if (database === null) return '';
  const lines: string[] = [];
  let [left, rows] = [mostChars, MOST_ROWS];
  for (let page = 0; page * database.pageSize < database.bytes.length && left > 0; page++) {
    for (const payload of rowsOf(database, page)) {
      if (rows-- <= 0 || left <= 0) break;
      const line = wordsOf(payload, database.encoding);
      if (line === '') continue;
      left -= line.length + 1;
      lines.push(line);
    }
  }
  return lines.join('\n');
}

function open(bytes: Buffer): Database | null {
  if (bytes.length < HEADER) return null;
  const said = bytes.readUInt16BE(16);
  const pageSize = said === 1 ? 65_536 : said;
  if (pageSize < 512 || (pageSize & (pageSize - 1)) !== 0) return null;
  const encoding = (['utf8', 'utf8', 'utf16le', 'utf16be'] as const)[bytes.readUInt32BE(56)] ?? 'utf8';
  return { bytes, pageSize, usable: pageSize - (bytes[20] ?? 0), encoding, chained: 2 * bytes.length };
}

/** The records on a page, 1.6; nothing where it holds no rows. */
function* rowsOf(database: Database, page: number): Generator<Buffer> {
  const { bytes, pageSize, usable } = database;
  const start = page * pageSize;
  const head = page === 0 ? HEADER : start;
  if (head + 8 > bytes.length || bytes[head] !== TABLE_LEAF) return;
  const cells = Math.min(bytes.readUInt16BE(head + 3), usable >> 2);
  for (let cell = 0; cell < cells; cell++) {
    const pointer = head + 8 + 2 * cell;
    if (pointer + 2 > bytes.length) return;
    const at = start + bytes.readUInt16BE(pointer);
    const size = varint(bytes, at);
    const row = varint(bytes, size.next);
    if (at >= start + usable || row.next >= bytes.length) continue;
    yield payloadAt(database, row.next, Math.min(size.value, MOST_PAYLOAD), size.value);
  }
}

/** What of a record does not fit onto its page lies on a chain of others, 1.6 and 1.7. */
function payloadAt(database: Database, at: number, wanted: number, size: number): Buffer {
  const { bytes, pageSize, usable } = database;
  const most = usable - 35;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const even = least + ((size - least) % (usable - 4));
  const local = size <= most ? size : even <= most ? even : least;
  const parts = [bytes.subarray(at, at + Math.min(local, wanted))];
  let left = wanted - local;
  let next = left > 0 && at + local + 4 <= bytes.length ? bytes.readUInt32BE(at + local) : 0;
  // Each step takes of what is left, so a chain that runs in a circle ends.
  while (left > 0 && next > 0 && next * pageSize <= bytes.length && database.chained > 0) {
    const start = (next - 1) * pageSize;
    parts.push(bytes.subarray(start + 4, start + 4 + Math.min(left, usable - 4)));
    left -= usable - 4;
    database.chained -= usable;
    next = bytes.readUInt32BE(start);
  }
  return parts.length === 1 ? (parts[0] ?? Buffer.alloc(0)) : Buffer.concat(parts);
}

/** The texts of a record (2.1), parted by tabs: serial types from 13 on that are odd. */
function wordsOf(record: Buffer, encoding: Database['encoding']): string {
  const head = varint(record, 0);
  const end = Math.min(head.value, record.length);
  const words: string[] = [];
  let [at, value] = [head.next, head.value];
  for (let column = 0; at < end && value < record.length && column < MOST_COLUMNS; column++) {
    const type = varint(record, at);
    at = type.next;
    const length = lengthOf(type.value);
    if (type.value >= 13 && type.value % 2 === 1) {
      const text = decoded(record.subarray(value, value + length), encoding).trim();
      if (text !== '') words.push(text);
    }
    value += length;
  }
  return words.join('\t');
}

const FIXED: readonly number[] = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0];

function lengthOf(type: number): number {
  return FIXED[type] ?? Math.floor((type - 12) / 2);
}

function decoded(bytes: Buffer, encoding: Database['encoding']): string {
  if (encoding !== 'utf16be') return bytes.toString(encoding);
  const even = bytes.subarray(0, bytes.length & ~1);
  return Buffer.from(even).swap16().toString('utf16le');
}

/** Big-endian, seven bits a byte, the ninth byte whole (1.6); exact up to 2^53, which is more than any length. */
function varint(bytes: Buffer, from: number): { readonly value: number; readonly next: number } {
  let value = 0;
  for (let at = from; at < Math.min(bytes.length, from + 8); at++) {
    const byte = bytes[at] ?? 0;
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return { value, next: at + 1 };
  }
  return { value: value * 256 + (bytes[from + 8] ?? 0), next: from + 9 };
}
