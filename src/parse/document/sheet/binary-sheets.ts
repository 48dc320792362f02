import { asBuffer } from '../../binary/as-buffer.ts';
import type { PackageReader } from '../package.ts';
import { type CellDates, cellNumber, isDateFormat } from './number-format.ts';
import { type SheetPart, workbookTargets } from './ooxml-sheets.ts';
import { plainNumber, rkNumber } from './rk-number.ts';
import { type CellSink, MOST_SHEETS } from './sheet.ts';

/** Record types of [MS-XLSB] 2.3. */
const B = {
  row: 0,
  rk: 2,
  bool: 4,
  real: 5,
  string: 6,
  shared: 7,
  formulaString: 8,
  formulaNumber: 9,
  formulaBool: 10,
  sharedItem: 19,
  format: 44,
  style: 47,
  workbookProperties: 153,
  sheet: 156,
  beginCellStyles: 617,
  endCellStyles: 618,
} as const;

/** Attack: a part of nothing but empty records. */
const MOST_RECORDS = 5_000_000;

interface BinaryRecord {
  readonly type: number;
  readonly body: Buffer;
}

/** 2.1.4: number and length in seven bits a byte, at most two and four bytes. */
function* records(part: Uint8Array | null): Generator<BinaryRecord> {
  if (part === null) return;
  const bytes = asBuffer(part);
  let at = 0;
  const number = (most: number): number => {
    let value = 0;
    for (let index = 0; index < most; index++) {
      const byte = bytes[at++] ?? 0;
      value |= (byte & 127) << (7 * index);
      if (byte < 128) break;
    }
    return value;
  };
  for (let count = 0; at < bytes.length && count < MOST_RECORDS; count++) {
    const first = bytes[at] ?? 0;
    const type = first < 128 ? number(1) : first | ((bytes[at + 1] ?? 0) << 8);
    if (first >= 128) at += 2;
    const length = number(4);
    yield {
      type: first < 128 ? type : (type & 127) | ((type >> 8) << 7),
      body: bytes.subarray(at, at + length),
    };
    at += length;
  }
}

/** XLWideString, 2.5.169, and where it ends. */
function wideString(body: Buffer, at: number): { readonly text: string; readonly end: number } {
  const length = at + 4 <= body.length ? body.readUInt32LE(at) : 0;
  // 0xffffffff stands for none (XLNullableWideString).
  if (length > 0x7fff_fff) return { text: '', end: at + 4 };
  const end = Math.min(body.length, at + 4 + length * 2);
  return { text: body.toString('utf16le', at + 4, end), end };
}

/** The sheets of an Excel binary workbook in the order of its tabs. */
export function binarySheets(reader: PackageReader): readonly SheetPart[] {
  const targets = workbookTargets(reader.part('xl/_rels/workbook.bin.rels') ?? '');
  const sheets: SheetPart[] = [];
  for (const { type, body } of records(reader.bytes('xl/workbook.bin'))) {
    if (type !== B.sheet || body.length < 8 || sheets.length >= MOST_SHEETS) continue;
    const relation = wideString(body, 8);
    const name = wideString(body, relation.end);
    sheets.push({
      name: name.text,
      hidden: body.readUInt32LE(0) !== 0,
      part: targets.get(relation.text) ?? '',
    });
  }
  return sheets;
}

/** The shared strings of an .xlsb workbook (MS-XLSB) by their number, as far as `mostChars` reaches. */
export function binaryStrings(reader: PackageReader, mostChars: number): readonly string[] {
  const strings: string[] = [];
  let left = mostChars;
  for (const { type, body } of records(reader.bytes('xl/sharedStrings.bin'))) {
    if (type !== B.sharedItem) continue;
    const { text } = wideString(body, 1);
    left -= text.length + 1;
    if (left < 0) break;
    strings.push(text);
  }
  return strings;
}

/** Which cell styles of an .xlsb workbook show dates, and from which day its serial numbers count. */
export function binaryDates(reader: PackageReader): CellDates {
  const codes = new Map<number, string>();
  const styles = new Set<number>();
  let [inCells, number] = [false, 0];
  for (const { type, body } of records(reader.bytes('xl/styles.bin'))) {
    if (type === B.beginCellStyles || type === B.endCellStyles) inCells = type === B.beginCellStyles;
    else if (type === B.format && body.length >= 6) codes.set(body.readUInt16LE(0), wideString(body, 2).text);
    else if (type === B.style && inCells && body.length >= 4) {
      const format = body.readUInt16LE(2);
      if (isDateFormat(format, codes.get(format))) styles.add(number);
      number++;
    }
  }
  let from1904 = false;
  for (const { type, body } of records(reader.bytes('xl/workbook.bin')))
    if (type === B.workbookProperties && ((body[0] ?? 0) & 1) === 1) from1904 = true;
  return { styles, from1904 };
}

/** The cells of one sheet: column, style, value (2.4.308 to 2.4.318). */
export function binaryCells(
  part: Uint8Array | null,
  strings: readonly string[],
  dates: CellDates,
  put: CellSink,
): void {
  let row = -1;
  for (const { type, body } of records(part)) {
    if (type === B.row && body.length >= 4) row = body.readUInt32LE(0);
    else if (type >= B.rk && type <= B.formulaBool && body.length > 8) {
      const style = body.readUIntLE(4, 3);
      const text = cellText(type, body, strings);
      const isNumber = type === B.rk || type === B.real || type === B.formulaNumber;
      if (!put(row, body.readUInt32LE(0), isNumber ? cellNumber(text, style, dates) : text)) return;
    }
  }
}

function cellText(type: number, body: Buffer, strings: readonly string[]): string {
  if (type === B.string || type === B.formulaString) return wideString(body, 8).text;
  if (type === B.shared && body.length >= 12) return strings[body.readUInt32LE(8)] ?? '';
  if (type === B.bool || type === B.formulaBool) return body[8] === 1 ? 'TRUE' : 'FALSE';
  if (type === B.rk && body.length >= 12) return plainNumber(rkNumber(body.readInt32LE(8)));
  if ((type === B.real || type === B.formulaNumber) && body.length >= 16)
    return plainNumber(body.readDoubleLE(8));
  return '';
}
