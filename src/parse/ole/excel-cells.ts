import { cellNumber, isDateFormat } from '../document/sheet/number-format.ts';
import { pageHeaderText } from '../document/sheet/page-header.ts';
import { plainNumber, rkNumber } from '../document/sheet/rk-number.ts';
import { BiffReader, type BiffRecord } from './biff.ts';

/** Record types, [MS-XLS] 2.3. */
export const R = {
  formula: 0x06,
  end: 0x0a,
  header: 0x14,
  footer: 0x15,
  note: 0x1c,
  date1904: 0x22,
  filePass: 0x2f,
  codePage: 0x42,
  printer: 0x4d,
  fileSharing: 0x5b,
  writeAccess: 0x5c,
  sheet: 0x85,
  country: 0x8c,
  multipleRk: 0xbd,
  richString: 0xd6,
  style: 0xe0,
  strings: 0xfc,
  labelString: 0xfd,
  linkedBook: 0x1ae,
  textObject: 0x1b6,
  number: 0x203,
  label: 0x204,
  bool: 0x205,
  string: 0x207,
  rk: 0x27e,
  format: 0x41e,
  begin: 0x809,
} as const;

/** Attack: a workbook of a hundred million cells that all name one long string. */
const MOST_CELLS = 5_000_000;
/** Charts stand within sheets, each between a begin and an end of its own. */
const GLOBALS = 5;

/** A sheet as the workbook stream announces it. */
export interface ExcelSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Where its records begin in the stream. */
  readonly at: number;
}

/** Takes what stands in a workbook; false when it wants no more. */
export interface ExcelSink {
  sheet(sheet: ExcelSheet): void;
  /** The records of the workbook as a whole begin, or those of its next sheet. */
  begin(isGlobal: boolean): void;
  /** Words that stand in no cell: headers, shapes. */
  line(text: string): boolean;
  cell(row: number, column: number, text: string): boolean;
}

/** Reads cells as the records of a workbook come; numbers in formats of dates as dates. */
export class ExcelCells {
  readonly #out: ExcelSink;
  readonly #most: number;
  readonly #codes = new Map<number, string>();
  readonly #dates = { styles: new Set<number>(), from1904: false };
  #strings: readonly string[] = [];
  #styles = 0;
  #wide = true;
  #codePage = 1252;
  #depth = 0;
  #cells = 0;
  #formula = { row: 0, column: 0 };

  constructor(mostChars: number, out: ExcelSink) {
    this.#most = mostChars;
    this.#out = out;
  }

  /** False when enough was read. */
  take(record: BiffRecord): boolean {
    const [body] = record.parts;
    const { type } = record;
    if (type === R.end) this.#depth = Math.max(0, this.#depth - 1);
    if (body === undefined || body.length < 2) return true;
    if (type === R.textObject) return this.#out.line(textObject(record));
    if (type === R.header || type === R.footer)
      return this.#out.line(pageHeaderText(this.#string(record, 0)));
    return this.#global(record, body) || this.#cell(record, body);
  }

  /** True for what is about the workbook and not in a cell. */
  #global(record: BiffRecord, body: Buffer): boolean {
    const { type } = record;
    if (type === R.begin) this.#begin(body);
    else if (type === R.codePage) this.#codePage = body.readUInt16LE(0);
    else if (type === R.date1904) this.#dates.from1904 = body.readUInt16LE(0) === 1;
    else if (type === R.strings) this.#strings = sharedStrings(record, this.#most);
    else if (type === R.format) this.#codes.set(body.readUInt16LE(0), this.#format(record));
    else if (type === R.style && body.length >= 4) this.#style(body.readUInt16LE(2));
    else if (type === R.sheet && body.length > 8)
      this.#out.sheet({
        name: sheetName(record, this.#wide),
        hidden: ((body[4] ?? 0) & 3) !== 0,
        at: body.readUInt32LE(0),
      });
    else return false;
    return true;
  }

  #begin(body: Buffer): void {
    this.#wide = body.readUInt16LE(0) >= 0x600;
    const kind = body.length >= 4 ? body.readUInt16LE(2) : 0;
    if (this.#depth === 0) this.#out.begin(kind === GLOBALS);
    this.#depth++;
  }

  #style(format: number): void {
    if (isDateFormat(format, this.#codes.get(format))) this.#dates.styles.add(this.#styles);
    this.#styles++;
  }

  #cell(record: BiffRecord, body: Buffer): boolean {
    const { type } = record;
    // Strings of formulas come in a record of their own, behind the formula.
    if (type === R.string) return this.#put(this.#formula.row, this.#formula.column, this.#string(record, 0));
    if (body.length < 8) return true;
    const [row, column, style] = [body.readUInt16LE(0), body.readUInt16LE(2), body.readUInt16LE(4)];
    const number = (value: number, at = column, by = style) =>
      this.#put(row, at, cellNumber(plainNumber(value), by, this.#dates));
    if (type === R.bool)
      return this.#put(row, column, body[7] === 0 ? truth(body[6]) : (ERRORS[body[6] ?? 0] ?? ''));
    if (body.length < 10) return true;
    if (type === R.labelString) return this.#put(row, column, this.#strings[body.readUInt32LE(6)] ?? '');
    if (type === R.label || type === R.richString) return this.#put(row, column, this.#string(record, 6));
    if (type === R.number && body.length >= 14) return number(body.readDoubleLE(6));
    if (type === R.rk) return number(rkNumber(body.readInt32LE(6)));
    if (type === R.formula && body.length >= 14) {
      this.#formula = { row, column };
      // The mark of a value that is no number, 2.5.133.
      if (body.readUInt16LE(12) !== 0xffff) return number(body.readDoubleLE(6));
      if (body[6] === 1) return this.#put(row, column, truth(body[8]));
      return body[6] !== 2 || this.#put(row, column, ERRORS[body[8] ?? 0] ?? '');
    }
    if (type !== R.multipleRk) return true;
    for (let at = 4, next = column; at + 6 <= body.length - 2; at += 6, next++)
      if (!number(rkNumber(body.readInt32LE(at + 2)), next, body.readUInt16LE(at))) return false;
    return true;
  }

  #put(row: number, column: number, text: string): boolean {
    return ++this.#cells < MOST_CELLS && this.#out.cell(row, column, text);
  }

  #string(record: BiffRecord, at: number): string {
    const reader = new BiffReader(record.parts, at);
    const short = !this.#wide && (record.type === R.header || record.type === R.footer);
    const chars = short ? reader.byte() : reader.u16();
    return this.#wide ? reader.unicode(chars) : reader.narrow(chars, this.#codePage);
  }

  /** 2.4.126; a length of one byte before BIFF8. */
  #format(record: BiffRecord): string {
    const reader = new BiffReader(record.parts, 2);
    if (!this.#wide) return reader.narrow(reader.byte(), this.#codePage);
    return reader.unicode(Math.min(255, reader.u16()));
  }
}

/** BErr, 2.5.10. */
const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

function truth(value = 0): string {
  return value === 1 ? 'TRUE' : 'FALSE';
}

/** The name in a BoundSheet8 record (MS-XLS 2.4.28), or in that of Excel 5, which is not `wide`. */
export function sheetName(record: BiffRecord, wide: boolean): string {
  const reader = new BiffReader(record.parts, 6);
  const chars = reader.byte();
  return wide ? reader.unicode(chars) : reader.narrow(chars, 1252);
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
