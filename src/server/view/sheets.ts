import type { Limits } from '../../model/index.ts';
import type { Sheet } from '../../parse/document/sheet/sheet.ts';
import { documentView } from '../../parse/document/view.ts';
import type { SheetJson } from '../api/item.ts';

/** Types of which `documentView` makes tables. */
export const SHEET_TYPES: ReadonlySet<string> = new Set([
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.ms-excel.sheet.binary.macroenabled.12',
  'application/vnd.ms-excel',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/vnd.oasis.opendocument.spreadsheet-template',
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
}

/** The sheets of a workbook, with the rows asked for of one of them; none where no table can be read. */
export async function sheetsOf(
  type: string,
  bytes: Uint8Array,
  question: SheetsQuestion,
  limits: Limits,
  passwords: readonly string[] = [],
): Promise<readonly SheetJson[]> {
  const view = await documentView(type, bytes, { passwords, limits });
  return view.kind === 'sheets' ? view.sheets.map((sheet, at) => sheetJson(sheet, at, question)) : [];
}

function sheetJson(
  { name, hidden, rows, truncated }: Sheet,
  at: number,
  { sheet, offset, limit }: SheetsQuestion,
): SheetJson {
  const wanted = at === sheet;
  return {
    name,
    hidden,
    rows: wanted ? rows.slice(offset, offset + limit).map((row) => row.map(shown)) : [],
    offset: wanted ? offset : 0,
    total: rows.length,
    truncated,
  };
}

function shown(cell: string): string {
  return cell.length > CELL_CHARS ? `${cell.slice(0, CELL_CHARS)}…` : cell;
}
