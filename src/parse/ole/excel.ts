import type { Collector } from '../metadata/collector.ts';
import { deviceName } from '../metadata/printer.ts';
import { BiffReader, type BiffRecord, biffRecords } from './biff.ts';
import type { Compound } from './compound.ts';
import { countryTag } from './locale.ts';
import type { BinaryText } from './word.ts';

/** Record types, [MS-XLS] 2.3. */
const R = {
  formula: 0x06,
  header: 0x14,
  footer: 0x15,
  note: 0x1c,
  filePass: 0x2f,
  codePage: 0x42,
  printer: 0x4d,
  fileSharing: 0x5b,
  writeAccess: 0x5c,
  sheet: 0x85,
  country: 0x8c,
  multipleRk: 0xbd,
  richString: 0xd6,
  strings: 0xfc,
  labelString: 0xfd,
  linkedBook: 0x1ae,
  textObject: 0x1b6,
  number: 0x203,
  label: 0x204,
  string: 0x207,
  rk: 0x27e,
  begin: 0x809,
} as const;

/** Attack: a workbook of a hundred million cells that all name one long string. */
const MOST_CELLS = 5_000_000;

/** The words and numbers of a BIFF5 or BIFF8 workbook, a line a row; names of sheets before their rows. */
export function excelBinaryText(compound: Compound, mostChars: number): BinaryText {
  const stream = workbookStream(compound);
  const sheet = new SheetText(mostChars);
  for (const record of biffRecords(stream)) {
    if (record.type === R.filePass) return { text: '', encrypted: true };
    if (!sheet.take(record)) break;
  }
  return { text: sheet.text(), encrypted: false };
}

/** Who had it open for writing, code page, countries, printer, other workbooks it takes values from. */
export function collectExcelBinary(compound: Compound, out: Collector): void {
  let wide = true;
  for (const record of biffRecords(workbookStream(compound))) {
    const [body] = record.parts;
    if (body === undefined) continue;
    if (record.type === R.begin && body.length >= 2) wide = body.readUInt16LE(0) >= 0x600;
    else if (record.type === R.filePass) return;
    else if (record.type === R.writeAccess)
      out.field('write-access', userName(record, wide), 'Workbook WriteAccess record');
    else if (record.type === R.fileSharing && body.length > 6)
      out.field('write-access', lengthString(record, 4, wide), 'Workbook FileSharing record');
    else if (record.type === R.codePage && body.length >= 2)
      out.field('code-page', String(body.readUInt16LE(0)), 'Workbook CodePage record');
    else if (record.type === R.country && body.length >= 4) {
      out.field('application-country', countryTag(body.readUInt16LE(0)), 'Workbook Country record, of Excel');
      out.field('system-country', countryTag(body.readUInt16LE(2)), 'Workbook Country record, of Windows');
    } else if (record.type === R.printer)
      out.field('printer', deviceName(Buffer.concat(record.parts), 2), 'Workbook Pls record');
    else if (record.type === R.linkedBook && body.length > 6) collectLinked(record, out);
    else if (record.type === R.note && wide && body.length > 11)
      out.field('comment-author', lengthString(record, 8, true), 'Workbook Note record');
    else if (record.type === R.sheet && body.length > 8 && ((body[4] ?? 0) & 3) !== 0)
      out.finding('hidden-sheet', sheetName(record, wide));
    else if (record.type === R.sheet && body[5] === 1) out.finding('macros', 'Excel 4.0 macro sheet');
  }
}

function workbookStream(compound: Compound): Uint8Array {
  return compound.stream('Workbook') ?? compound.stream('Book') ?? new Uint8Array();
}

/** 2.4.349: padded with blanks to 112 bytes. */
function userName(record: BiffRecord, wide: boolean): string {
  return lengthString(record, 0, wide).trim();
}

/** Length (16 bits in BIFF8, 8 before) and characters. */
function lengthString(record: BiffRecord, at: number, wide: boolean): string {
  const reader = new BiffReader(record.parts, at);
  const chars = wide ? reader.u16() : reader.byte();
  if (chars > 1_000) return '';
  return wide ? reader.unicode(chars) : reader.narrow(chars, 1252);
}

function sheetName(record: BiffRecord, wide: boolean): string {
  const reader = new BiffReader(record.parts, 6);
  const chars = reader.byte();
  return wide ? reader.unicode(chars) : reader.narrow(chars, 1252);
}

/** SupBook, 2.4.271: an encoded path in which 1 stands before a drive, 2 for the drive's root, 3 for a folder. */
function collectLinked(record: BiffRecord, out: Collector): void {
  const reader = new BiffReader(record.parts, 2);
  const chars = reader.u16();
  if (chars === 0 || chars > 255) return;
  const path = reader.unicode(chars);
  if (path.charCodeAt(0) !== 1) return;
  let text = '';
  for (const char of path.slice(1)) {
    const code = char.charCodeAt(0);
    text += code >= 32 ? char : code === 1 ? '' : '\\';
  }
  out.field('linked-path', text.replace(/^@/, '\\\\'), 'Workbook SupBook record');
}

/** Gathers cells row by row, as the records come. */
class SheetText {
  #strings: readonly string[] = [];
  #wide = true;
  #codePage = 1252;
  #row = -1;
  #out: string[] = [];
  #total = 0;
  #cells = 0;
  readonly #most: number;

  constructor(mostChars: number) {
    this.#most = mostChars;
  }

  text(): string {
    return this.#out.join('').trim();
  }

  /** False when enough was read. */
  take(record: BiffRecord): boolean {
    const [body] = record.parts;
    if (body === undefined || body.length < 2) return true;
    const { type } = record;
    if (type === R.begin) this.#wide = body.readUInt16LE(0) >= 0x600;
    else if (type === R.codePage) this.#codePage = body.readUInt16LE(0);
    else if (type === R.strings) this.#strings = sharedStrings(record, this.#most);
    else if (type === R.sheet && body.length > 8) this.#line(sheetName(record, this.#wide));
    else if (type === R.textObject) this.#line(textObject(record));
    else if (type === R.header || type === R.footer) this.#line(this.#string(record, 0));
    else this.#cell(record, body);
    return this.#total < this.#most && this.#cells < MOST_CELLS;
  }

  #cell(record: BiffRecord, body: Buffer): void {
    const { type } = record;
    if (type === R.string) this.#add(this.#string(record, 0));
    if (type === R.string || body.length < 10) return;
    const row = body.readUInt16LE(0);
    if (type === R.labelString) this.#at(row, this.#strings[body.readUInt32LE(6)] ?? '');
    else if (type === R.label || type === R.richString) this.#at(row, this.#string(record, 6));
    else if (type === R.number && body.length >= 14) this.#at(row, plain(body.readDoubleLE(6)));
    else if (type === R.rk) this.#at(row, plain(rkNumber(body.readInt32LE(6))));
    else if (type === R.multipleRk)
      for (let at = 4; at + 6 <= body.length - 2; at += 6)
        this.#at(row, plain(rkNumber(body.readInt32LE(at + 2))));
    // Strings of formulas come in a record of their own, marked by 0xffff (2.5.133).
    else if (type === R.formula && body.length >= 14)
      this.#at(row, body.readUInt16LE(12) === 0xffff ? '' : plain(body.readDoubleLE(6)));
  }

  #string(record: BiffRecord, at: number): string {
    const reader = new BiffReader(record.parts, at);
    const short = !this.#wide && (record.type === R.header || record.type === R.footer);
    const chars = short ? reader.byte() : reader.u16();
    return this.#wide ? reader.unicode(chars) : reader.narrow(chars, this.#codePage);
  }

  #at(row: number, text: string): void {
    this.#cells++;
    if (row !== this.#row) this.#add('\n');
    else this.#add('\t');
    this.#row = row;
    this.#add(text);
  }

  #line(text: string): void {
    if (text !== '') this.#add(`\n${text}\n`);
    this.#row = -1;
  }

  #add(text: string): void {
    this.#out.push(text);
    this.#total += text.length;
  }
}

/** SST, 2.4.265. */
function sharedStrings(record: BiffRecord, mostChars: number): string[] {
  const reader = new BiffReader(record.parts, 4);
  const count = reader.u32();
  const out: string[] = [];
  let total = 0;
  while (out.length < count && !reader.ended && total < mostChars) {
    const text = reader.unicode(reader.u16());
    total += text.length + 1;
    out.push(text);
  }
  return out;
}

/** TxO, 2.4.329: the words of a comment or shape are the first continuation. */
function textObject(record: BiffRecord): string {
  const [body, words] = record.parts;
  if (body === undefined || words === undefined || body.length < 12) return '';
  return new BiffReader([words]).unicode(body.readUInt16LE(10));
}

/** RkNumber, 2.5.217: 30 bits of a double or of an integer, possibly in hundredths. */
function rkNumber(rk: number): number {
  const bytes = Buffer.alloc(8);
  bytes.writeInt32LE(rk & ~3, 4);
  const number = (rk & 2) !== 0 ? rk >> 2 : bytes.readDoubleLE(0);
  return (rk & 1) !== 0 ? number / 100 : number;
}

function plain(number: number): string {
  return Number.isFinite(number) ? String(Number(number.toPrecision(15))) : '';
}
