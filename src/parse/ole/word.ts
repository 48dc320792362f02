import type { Failure } from '../../model/index.ts';
import { asBuffer } from '../binary/as-buffer.ts';
import { decodeText } from '../mapi/code-page.ts';
import { LOCAL, type Moment } from '../metadata/clock.ts';
import type { Collector } from '../metadata/collector.ts';
import { collectFieldCode } from '../metadata/field-code.ts';
import { isRemoteTarget } from '../metadata/remote-target.ts';
import type { Compound } from './compound.ts';
import { languageTag } from './locale.ts';
import { textOfOldWord } from './old-word-text.ts';

/** What is read of the file information block, [MS-DOC] 2.5; offsets within the WordDocument stream. */
interface Fib {
  readonly main: Buffer;
  readonly table: Buffer;
  /** 33 to 45 are Word 1 and 2, 101 to 105 Word 6 and 95, 193 and up Word 97 and later. */
  readonly version: number;
  readonly encrypted: boolean;
  /** Word 6 and 95 of East Asia: every character has two bytes, those of one byte a zero (fExtChar, 2.5.2). */
  readonly paired: boolean;
}

/** The words of a binary Word document. */
export interface BinaryText {
  readonly text: string;
  readonly encrypted: boolean;
  /** Why words may be missing. */
  readonly failure?: Failure;
}

const FLAGS_AT = 0x0a;
const FC_MIN_AT = 0x18;
const FC_MAC_AT = 0x1c;
/** Pairs of offset and length in the table stream: FibRgFcLcb97. */
const CLX_AT = 0x1a2;
const REVISERS_AT = 0x232;
const ASSOCIATED_AT = 0x19a;
const PROPERTIES_AT = 0x192;
const PRINTER_AT = 0x172;
const COMMENTERS_AT = 0x1ba;
const SAVED_BY_AT = 0x2d2;
/** Word 6; before it the pair that names the table stands elsewhere, and the words in one run but for quick saves. */
const FIRST_WITH_PIECES_HERE = 101;
/** Pieces of one text. Attack: a table of millions, each naming the whole stream. */
const MOST_PIECES = 200_000;
/** Names in one list of people or files. Attack: a count of 65,535, and nothing behind it. */
const MOST_NAMES = 1_000;

/** The text of a Word 2 to 2003 document: body, notes, headers, comments, text boxes, as they follow each other. */
export function wordBinaryText(compound: Compound, mostChars: number): BinaryText {
  const fib = readFib(compound);
  if (fib === null) return { text: '', encrypted: false, failure: NO_FIB };
  if (fib.encrypted) return { text: '', encrypted: true };
  const text = pieceText(fib, mostChars) ?? plainText(fib);
  return { text: readable(text), encrypted: false };
}

const NO_FIB: Failure = {
  code: 'malformed',
  detail: 'The block that says where the words lie is damaged, or of a Word before version 6.',
};

/** Who saved it where (the last ten), who changed it, which template and languages. */
export function collectWordBinary(compound: Compound, out: Collector): void {
  const fib = readFib(compound);
  if (fib === null || fib.encrypted || fib.version < 193) return;
  const { main } = fib;
  out.field('language', languageTag(main.readUInt16LE(6)), 'WordDocument Fib lid');
  const saved = stringTable(fib, SAVED_BY_AT);
  for (let index = 0; index + 1 < saved.length; index += 2) {
    const where = `table stream SttbSavedBy ${index / 2 + 1} of ${Math.floor(saved.length / 2)}`;
    out.field('saved-by', saved[index], where);
    out.field('path', saved[index + 1], where);
  }
  for (const name of stringTable(fib, REVISERS_AT))
    if (name !== 'Unknown') out.field('change-author', name, 'table stream SttbfRMark');
  // The second of the associated strings is the template, [MS-DOC] 2.9.271.
  const template = stringTable(fib, ASSOCIATED_AT)[1] ?? '';
  out.field('template-path', template, 'table stream SttbfAssoc');
  if (isRemoteTarget(template)) out.finding('remote-template', `${template} (SttbfAssoc)`);
  // Printer, port, driver: 8-bit texts, each ended by a zero (PrDrvr, 2.9.206).
  const printer = tablePart(fib, PRINTER_AT);
  const end = Math.max(0, printer.indexOf(0));
  out.field('printer', decodeText(printer.subarray(0, end), 1252), 'table stream PrDrvr');
  collectCommenters(tablePart(fib, COMMENTERS_AT), out);
  collectDocumentProperties(tablePart(fib, PROPERTIES_AT), out);
  collectFields(fib, out);
}

/** Words of fields that start or fetch something, in the two ways in which text is kept. */
const FETCHING = [' DDE', ' INCLUDE', ' LINK '].flatMap((word) => [
  Buffer.from(word, 'latin1'),
  Buffer.from(word, 'utf16le'),
]);
/** Characters of a text that are looked through for fields. */
const FIELDS_WITHIN = 4_000_000;

/** Instructions stand between 19 and 20 (or 21, where the field shows nothing), 2.8.25. The text is put together once more
 * only where one of the words occurs. */
function collectFields(fib: Fib, out: Collector): void {
  if (!FETCHING.some((word) => fib.main.includes(word))) return;
  const text = pieceText(fib, FIELDS_WITHIN) ?? plainText(fib);
  for (const instruction of text.split('\x13').slice(1))
    collectFieldCode(
      instruction.replaceAll('\x15', '\x14').split('\x14', 1).join(''),
      'WordDocument field',
      out,
    );
}

/** GrpXstAtnOwners, 2.9.87: one text a person who commented. */
function collectCommenters(bytes: Buffer, out: Collector): void {
  for (let at = 0, count = 0; at + 2 <= bytes.length && count < MOST_NAMES; count++) {
    const end = at + 2 + bytes.readUInt16LE(at) * 2;
    const name = bytes.toString('utf16le', at + 2, Math.min(end, bytes.length));
    out.field('comment-author', name, 'table stream GrpXstAtnOwners');
    at = end;
  }
}

/** Dop, 2.7.2: the second set of times that Word keeps, in local time, next to those of SummaryInformation. */
function collectDocumentProperties(bytes: Buffer, out: Collector): void {
  if (bytes.length < 38) return;
  for (const [at, field] of [
    [20, 'created'],
    [24, 'modified'],
    [28, 'printed'],
  ] as const) {
    const moment = dttm(bytes.readUInt32LE(at));
    if (moment !== null) out.time(field, moment.time, moment, `table stream Dop ${field}`);
  }
  out.field('revision', String(bytes.readUInt16LE(32)), 'table stream Dop nRevision');
}

/** DTTM, 2.9.70: minutes 6 bits, hours 5, day 5, month 4, year from 1900 9. */
function dttm(value: number): Moment | null {
  const [minute, hour, day] = [value & 63, (value >>> 6) & 31, (value >>> 11) & 31];
  const [month, year] = [(value >>> 16) & 15, 1900 + ((value >>> 20) & 511)];
  const two = (number: number) => String(number).padStart(2, '0');
  const time = `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:00`;
  if (month === 0 || day === 0 || Number.isNaN(Date.parse(`${time}Z`))) return null;
  return { time, precision: 'minute', zone: LOCAL };
}

/** What a pair of the header names in the table stream; empty where it lies outside. */
function tablePart({ main, table }: Fib, pairAt: number): Buffer {
  if (main.length < pairAt + 8) return Buffer.alloc(0);
  const start = main.readUInt32LE(pairAt);
  return table.subarray(Math.min(start, table.length), start + main.readUInt32LE(pairAt + 4));
}

function readFib(compound: Compound): Fib | null {
  const stream = compound.stream('WordDocument');
  if (stream === null || stream.length < 0x60) return null;
  const main = asBuffer(stream);
  const flags = main.readUInt16LE(FLAGS_AT);
  const table = compound.stream((flags & 0x200) === 0 ? '0Table' : '1Table') ?? new Uint8Array();
  const version = main.readUInt16LE(2);
  const paired = version >= FIRST_WITH_PIECES_HERE && version < 193 && (flags & 0x1000) !== 0;
  return { main, table: asBuffer(table), version, encrypted: (flags & 0x100) !== 0, paired };
}

/** The piece table, [MS-DOC] 2.4.1: text lies in pieces of 8-bit or UTF-16 characters. Null without one. */
function pieceText(fib: Fib, mostChars: number): string | null {
  const { main, version } = fib;
  if (version < FIRST_WITH_PIECES_HERE) return null;
  const old = isOld(fib);
  const source = old ? main : fib.table;
  const pairAt = old ? 0x160 : CLX_AT;
  if (main.length < pairAt + 8) return null;
  const plc = pieceTable(source, main.readUInt32LE(pairAt), main.readUInt32LE(pairAt + 4));
  if (plc === null || plc.length < 16) return null;
  const count = Math.min(Math.floor((plc.length - 4) / 12), MOST_PIECES);
  const pieces: Piece[] = [];
  let total = 0;
  for (let index = 0; index < count && total < mostChars; index++) {
    const length = plc.readUInt32LE(index * 4 + 4) - plc.readUInt32LE(index * 4);
    if (length <= 0) continue;
    const place = plc.readUInt32LE((count + 1) * 4 + index * 8 + 2);
    pieces.push({ place, length: Math.min(length, mostChars - total) });
    total += length;
  }
  if (!old) return pieces.map((piece) => pieceAt(main, piece)).join('');
  const width = fib.paired ? 2 : 1;
  const bytes = pieces.map(({ place, length }) => main.subarray(place, place + length * width));
  return textOfOldWord(Buffer.concat(bytes), fib.paired);
}

function isOld({ version }: Fib): boolean {
  return version < 193;
}

/** Where it lies, and how many characters it has. */
interface Piece {
  readonly place: number;
  readonly length: number;
}

/** Bit 30 marks 8-bit text at half the offset, 2.9.73. */
function pieceAt(main: Buffer, { place, length }: Piece): string {
  const start = place & 0x3fffffff;
  if ((place & 0x40000000) !== 0) return decodeText(main.subarray(start >>> 1, (start >>> 1) + length), 1252);
  return main.toString('utf16le', start, Math.min(main.length, start + length * 2));
}

/** Clx, 2.9.38: property runs (1) before the piece table (2). */
function pieceTable(source: Buffer, offset: number, length: number): Buffer | null {
  const end = Math.min(source.length, offset + length);
  for (let at = offset; at + 5 <= end; ) {
    if (source[at] === 2) return source.subarray(at + 5, Math.min(end, at + 5 + source.readUInt32LE(at + 1)));
    if (source[at] !== 1) return null;
    at += 3 + source.readUInt16LE(at + 1);
  }
  return null;
}

/** Without a piece table the text is one run, between two offsets of the header. */
function plainText(fib: Fib): string {
  const { main } = fib;
  const start = main.readUInt32LE(FC_MIN_AT);
  const end = Math.min(main.length, main.readUInt32LE(FC_MAC_AT));
  return start < end ? textOfOldWord(main.subarray(start, end), fib.paired) : '';
}

/** Characters with a meaning of their own, [MS-DOC] 2.4.1 and 2.9.43, as text; the words of fields stay. */
function readable(text: string): string {
  let out = '';
  for (const char of text) {
    const code = char.charCodeAt(0);
    if (code >= 32) out += code === 0xa0 ? ' ' : char;
    else out += CONTROLS.get(code) ?? '';
  }
  return out.replace(/\n{3,}/g, '\n\n').trim();
}

const CONTROLS = new Map([
  [7, '\t'],
  [9, '\t'],
  [11, '\n'],
  [12, '\n'],
  [13, '\n'],
  [14, '\n'],
  [19, ' '],
  [20, ' '],
  [21, ' '],
  [30, '-'],
]);

/** A string table (STTB), 2.2.4: with 0xffff in front it is UTF-16. */
function stringTable(fib: Fib, pairAt: number): string[] {
  const bytes = tablePart(fib, pairAt);
  if (bytes.length < 6) return [];
  const wide = bytes.readUInt16LE(0) === 0xffff;
  let at = wide ? 2 : 0;
  const count = Math.min(bytes.readUInt16LE(at), MOST_NAMES);
  const extra = bytes.readUInt16LE(at + 2);
  const out: string[] = [];
  for (at += 4; out.length < count && at + (wide ? 2 : 1) <= bytes.length; ) {
    const chars = wide ? bytes.readUInt16LE(at) : (bytes[at] ?? 0);
    at += wide ? 2 : 1;
    const stop = Math.min(bytes.length, at + chars * (wide ? 2 : 1));
    out.push(wide ? bytes.toString('utf16le', at, stop) : decodeText(bytes.subarray(at, stop), 1252));
    at = stop + extra;
  }
  return out;
}
