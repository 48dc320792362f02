import { biffRecords } from './biff.ts';
import { R } from './excel-cells.ts';

/** Records of Excel 2 to 4 that have another number or shape than in Excel 5 (OpenOffice's documentation of the format). */
const EARLY = {
  integer2: 0x02,
  number2: 0x03,
  label2: 0x04,
  bool2: 0x05,
  string2: 0x07,
  begin2: 0x09,
  format23: 0x1e,
  style2: 0x43,
  formula3: 0x206,
  begin3: 0x209,
  style3: 0x243,
  formula4: 0x406,
  begin4: 0x409,
  style4: 0x443,
} as const;

const VERSIONS: ReadonlyMap<number, number> = new Map([
  [EARLY.begin2, 2],
  [EARLY.begin3, 3],
  [EARLY.begin4, 4],
  [R.begin, 5],
]);

/** A sheet that stands for itself, without a compound file around it: it begins with a BOF record. */
export function isEarlyWorkbook(bytes: Uint8Array): boolean {
  const [low = 0, high = 0, length = 0, none = 1] = bytes;
  return low === 9 && VERSIONS.has(low | (high << 8)) && none === 0 && length >= 4 && length <= 16;
}

/** The records of such a sheet as Excel 5 would have written them, so that one reader knows them all. */
export function biff5Stream(bytes: Uint8Array): Uint8Array {
  const out: Buffer[] = [];
  let version = 2;
  let formats = 0;
  for (const { type, parts } of biffRecords(bytes)) {
    version = VERSIONS.get(type) ?? version;
    const [first = Buffer.alloc(0), ...more] = parts;
    const [newType, body] = version < 5 ? translated(type, first, version, formats) : [type, first];
    if (newType === R.format) formats++;
    out.push(record(newType, body), ...more.map((part) => record(CONTINUE, part)));
  }
  return Buffer.concat(out);
}

const CONTINUE = 0x3c;

type Translated = readonly [type: number, body: Buffer];

function translated(type: number, body: Buffer, version: number, formats: number): Translated {
  if (VERSIONS.has(type)) return [R.begin, words(0x500, SHEET)];
  if (type === EARLY.formula3 || type === EARLY.formula4) return [R.formula, body];
  // Formats have no number of their own before Excel 5, that of Excel 4 means nothing: they count.
  if (type === EARLY.format23) return [R.format, Buffer.concat([words(formats), body])];
  if (type === R.format) return [R.format, Buffer.concat([words(formats), body.subarray(2)])];
  if (type === EARLY.style2 && body.length >= 3) return [R.style, words(0, (body[2] ?? 0) & 0x3f)];
  if ((type === EARLY.style3 || type === EARLY.style4) && body.length >= 2)
    return [R.style, words(0, body[1] ?? 0)];
  return version === 2 ? cellOfExcel2(type, body) : [type, body];
}

const SHEET = 0x10;
/** Row, column, and three bytes of attributes, the first of which has the style; then the value. */
const HEAD_OF_EXCEL2 = 7;

function cellOfExcel2(type: number, body: Buffer): Translated {
  if (type === EARLY.string2) return [R.string, Buffer.concat([words(body[0] ?? 0), body.subarray(1)])];
  if (body.length < HEAD_OF_EXCEL2 + 1) return [type, body];
  const head = Buffer.concat([body.subarray(0, 4), words((body[4] ?? 0) & 0x3f)]);
  const value = body.subarray(HEAD_OF_EXCEL2);
  if (type === EARLY.integer2 && value.length >= 2) {
    const number = Buffer.alloc(8);
    number.writeDoubleLE(value.readUInt16LE(0));
    return [R.number, Buffer.concat([head, number])];
  }
  if (type === EARLY.number2) return [R.number, Buffer.concat([head, value])];
  if (type === EARLY.bool2) return [R.bool, Buffer.concat([head, value])];
  if (type === R.formula) return [R.formula, Buffer.concat([head, value])];
  if (type === EARLY.label2) return [R.label, Buffer.concat([head, words(value[0] ?? 0), value.subarray(1)])];
  return [type, body];
}

function record(type: number, body: Buffer): Buffer {
  return Buffer.concat([words(type, body.length), body]);
}

function words(...numbers: readonly number[]): Buffer {
  const out = Buffer.alloc(2 * numbers.length);
  for (const [index, number] of numbers.entries()) out.writeUInt16LE(number & 0xffff, 2 * index);
  return out;
}
