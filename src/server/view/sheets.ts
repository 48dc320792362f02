import type { Limits } from '../../model/index.ts';
import { openPackage } from '../../parse/document/package.ts';
import type { SheetJson } from '../api/item.ts';
import { type Grid, workbookGrids } from './workbook.ts';

/** Types whose content is rows of cells. */
export const SHEET_TYPES: ReadonlySet<string> = new Set([
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.ms-excel.sheet.macroenabled.12',
  'application/vnd.ms-excel',
  'application/vnd.oasis.opendocument.spreadsheet',
  'text/csv',
  'text/tab-separated-values',
]);

/** Characters of one cell that are shown. */
const CELL_CHARS = 2_000;

export interface SheetsQuestion {
  /** From 0; the rows of this sheet are in the answer, of the others the names. */
  readonly sheet: number;
  readonly offset: number;
  readonly limit: number;
  /** The indexed text: rows for formats whose cells are not read apart. */
  readonly text: string;
}

/** The sheets of a workbook, with the rows asked for of one of them. */
export function sheetsOf(
  type: string,
  bytes: Uint8Array,
  { sheet, offset, limit, text }: SheetsQuestion,
  limits: Limits,
): readonly SheetJson[] {
  return gridsOf(type, bytes, text, limits).map(({ name, hidden, rows, truncated }, at) => ({
    name,
    hidden,
    rows: at === sheet ? rows.slice(offset, offset + limit).map((row) => row.map(shown)) : [],
    offset: at === sheet ? offset : 0,
    total: rows.length,
    truncated,
  }));
}

function gridsOf(type: string, bytes: Uint8Array, text: string, limits: Limits): readonly Grid[] {
  if (type.includes('spreadsheetml') || type.includes('macroenabled'))
    return workbookGrids(openPackage(bytes, limits), limits);
  const separator = type === 'text/csv' ? delimiterOf(text) : '\t';
  return [{ name: '', hidden: false, rows: separatedRows(text, separator), truncated: false }];
}

/** The one of comma, semicolon and tab that stands most often in the first lines. */
function delimiterOf(text: string): string {
  const head = text.slice(0, 5_000);
  const counts = [',', ';', '\t'].map((each) => ({ each, count: head.split(each).length }));
  return counts.sort((a, b) => b.count - a.count)[0]?.each ?? ',';
}

/** RFC 4180: a field in quotation marks may hold separators, line ends and doubled quotation marks. */
export function separatedRows(text: string, separator: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let [row, field, quoted] = [[] as string[], '', false];
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (quoted) {
      if (character !== '"') field += character;
      else if (text[at + 1] === '"') field += text.charAt(at++);
      else quoted = false;
    } else if (character === '"' && field === '') quoted = true;
    else if (character === separator) {
      row.push(field);
      field = '';
    } else if (character === '\n') {
      rows.push([...row, field]);
      [row, field] = [[], ''];
    } else field += character;
  }
  if (field !== '' || row.length > 0) rows.push([...row, field]);
  return rows;
}

function shown(cell: string): string {
  return cell.length > CELL_CHARS ? `${cell.slice(0, CELL_CHARS)}…` : cell;
}
