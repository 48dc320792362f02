import type { Failure } from '../../model/index.ts';
import type { Sheet } from '../document/sheet/sheet.ts';
import type { Collector } from '../metadata/collector.ts';
import { deviceName } from '../metadata/printer.ts';
import { isRemoteTarget } from '../metadata/remote-target.ts';
import { BiffReader, type BiffRecord, biffRecords } from './biff.ts';
import type { Compound } from './compound.ts';
import { ExcelCells, type ExcelSink, R, sheetName } from './excel-cells.ts';
import { ExcelLines, ExcelTables } from './excel-sinks.ts';
import { countryTag } from './locale.ts';
import type { BinaryText } from './word.ts';

/** The words and numbers of a BIFF5 or BIFF8 workbook, a line a row; names of sheets before their rows. */
export function excelBinaryText(compound: Compound, mostChars: number): BinaryText {
  const lines = new ExcelLines(mostChars);
  const { encrypted, announced, found } = readCells(workbookStream(compound), mostChars, lines);
  if (encrypted) return { text: '', encrypted };
  const text = lines.text();
  return found === 0 || found < announced
    ? { text, encrypted, failure: brokenChain(found, announced) }
    : { text, encrypted };
}

/** Every record tells where the next one begins: after one wrong length nothing is found any more. */
function brokenChain(found: number, announced: number): Failure {
  const detail = `The workbook announces ${announced} sheets and ${found} were found: its records are damaged.`;
  return { code: 'malformed', detail };
}

/** The sheets of a workbook as tables. */
export function excelBinarySheets(compound: Compound, mostChars: number): readonly Sheet[] {
  const tables = new ExcelTables(mostChars);
  readCells(workbookStream(compound), mostChars, tables);
  return tables.sheets();
}

interface CellsRead {
  /** Then nothing was read. */
  readonly encrypted: boolean;
  /** Sheets in the list of sheets, and those whose records came. */
  readonly announced: number;
  readonly found: number;
}

function readCells(stream: Uint8Array, mostChars: number, out: ExcelSink): CellsRead {
  const cells = new ExcelCells(mostChars, out);
  let [announced, found, depth] = [0, 0, 0];
  for (const record of biffRecords(stream)) {
    const { type } = record;
    if (type === R.filePass) return { encrypted: true, announced: 0, found: 0 };
    if (type === R.sheet) announced++;
    else if (type === R.begin && depth++ === 0 && !isGlobal(record)) found++;
    else if (type === R.end) depth = Math.max(0, depth - 1);
    if (!cells.take(record)) return { encrypted: false, announced: 0, found: 1 }; // enough was read
  }
  return { encrypted: false, announced, found };
}

/** The substream that holds the list of sheets, [MS-XLS] 2.4.21; workbooks before BIFF5 are one sheet without. */
function isGlobal({ parts: [body] }: BiffRecord): boolean {
  return body !== undefined && body.length >= 4 && body.readUInt16LE(2) === GLOBALS;
}

const GLOBALS = 5;

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

/** SupBook, 2.4.271: an encoded path in which 1 stands before a drive, 2 for the drive's root, 3 for a folder. */
function collectLinked(record: BiffRecord, out: Collector): void {
  const reader = new BiffReader(record.parts, 2);
  const chars = reader.u16();
  if (chars === 0 || chars > 255) return;
  const path = reader.unicode(chars);
  if (path.charCodeAt(0) !== 1) {
    collectServed(path, out);
    return;
  }
  let text = '';
  for (const char of path.slice(1)) {
    const code = char.charCodeAt(0);
    text += code >= 32 ? char : code === 1 ? '' : '\\';
  }
  const target = text.replace(/^@/, '\\\\');
  out.field('linked-path', target, 'Workbook SupBook record');
  if (isRemoteTarget(target)) out.finding('external-link', `${target} (SupBook)`);
}

/** The id of a class in the registry, as `Excel.Sheet.8`; programs that are spoken to by DDE have no point in their name. */
const CLASS_ID = /^\w{1,60}(?:\.\w{1,60}){1,2}$/;

/** Values that a running program is asked for: `cmd`, a 3, its topic (virt-path of an OLE or DDE link, 2.5.277). */
function collectServed(path: string, out: Collector): void {
  const [server = '', ...rest] = path.split('\x03');
  const topic = rest.join('\\');
  if (topic === '') return;
  if (!CLASS_ID.test(server)) {
    out.finding('dde-field', `${server}|${topic} (SupBook)`);
    return;
  }
  out.field('linked-path', topic, 'Workbook SupBook record');
  if (isRemoteTarget(topic)) out.finding('external-object', `${topic} (SupBook)`);
}
