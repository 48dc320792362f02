import type { Limits } from '../../model/index.ts';
import type { PackageReader } from '../../parse/document/package.ts';
import { attribute, xmlTokens } from '../../parse/document/xml-tokens.ts';
import { dateFormats, serialDate } from './serial-date.ts';

/** A sheet as rows of texts. */
export interface Grid {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly (readonly string[])[];
  readonly truncated: boolean;
}

/** Attack: one cell in column XFD of the last row, and a table drawn up to it. */
const MOST_ROWS = 100_000;
const MOST_COLUMNS = 256;
const MOST_SHEETS = 200;

/** The sheets of a SpreadsheetML workbook (ECMA-376 part 1, 18) in the order of its tabs. */
export function workbookGrids(reader: PackageReader, limits: Limits): readonly Grid[] {
  const strings = sharedStrings(reader.part('xl/sharedStrings.xml') ?? '');
  const dates = dateFormats(reader.part('xl/styles.xml') ?? '');
  const targets = relations(reader.part('xl/_rels/workbook.xml.rels') ?? '');
  let budget = limits.textChars;
  const grids: Grid[] = [];
  for (const { name, hidden, relation } of sheetList(reader.part('xl/workbook.xml') ?? '')) {
    const path = targets.get(relation) ?? '';
    const { rows, length, truncated } = readRows(reader.part(path) ?? '', strings, dates, budget);
    budget -= length;
    grids.push({ name, hidden, rows, truncated });
  }
  return grids;
}

interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  readonly relation: string;
}

function sheetList(xml: string): SheetEntry[] {
  const sheets: SheetEntry[] = [];
  for (const token of xmlTokens(xml)) {
    if (token.type !== 'open' || token.name !== 'sheet' || sheets.length >= MOST_SHEETS) continue;
    const { attributes } = token;
    const state = attribute(attributes, 'state') ?? 'visible';
    const relation = attribute(attributes, 'id') ?? '';
    sheets.push({ name: attribute(attributes, 'name') ?? '', hidden: state !== 'visible', relation });
  }
  return sheets;
}

function relations(xml: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  for (const token of xmlTokens(xml)) {
    if (token.type !== 'open' || token.name !== 'Relationship') continue;
    const target = attribute(token.attributes, 'Target') ?? '';
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    targets.set(attribute(token.attributes, 'Id') ?? '', path);
  }
  return targets;
}

function sharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let [current, inside, phonetic] = ['', false, false];
  for (const token of xmlTokens(xml)) {
    if (token.type === 'text') {
      if (inside && !phonetic) current += token.text;
    } else if (token.name === 't') inside = token.type === 'open' && !token.empty;
    else if (token.name === 'rPh') phonetic = token.type === 'open' && !token.empty;
    else if (token.name === 'si' && (token.type === 'close' || token.empty)) {
      strings.push(current);
      current = '';
    }
  }
  return strings;
}

interface Rows {
  readonly rows: readonly (readonly string[])[];
  readonly length: number;
  readonly truncated: boolean;
}

function readRows(xml: string, strings: readonly string[], dates: ReadonlySet<number>, budget: number): Rows {
  const rows: string[][] = [];
  let [length, truncated] = [0, false];
  let cell = { row: 0, column: 0, type: '', style: -1, text: '' };
  let inside = false;
  for (const token of xmlTokens(xml)) {
    if (length > budget) return { rows, length, truncated: true };
    if (token.type === 'text') {
      if (inside) cell.text += token.text;
    } else if (token.name === 'v' || token.name === 't') inside = token.type === 'open' && !token.empty;
    else if (token.name === 'row' && token.type === 'open') {
      const number = Number(attribute(token.attributes, 'r'));
      cell = { ...cell, row: number >= 1 ? number - 1 : cell.row + 1, column: -1 };
    } else if (token.name === 'c' && token.type === 'open') {
      const column = columnOf(attribute(token.attributes, 'r')) ?? cell.column + 1;
      const style = Number(attribute(token.attributes, 's') ?? -1);
      cell = { row: cell.row, column, type: attribute(token.attributes, 't') ?? '', style, text: '' };
    } else if (token.name === 'c' && token.type === 'close') {
      const value = cellText(cell, strings, dates);
      length += value.length + 1;
      if (cell.row >= MOST_ROWS || cell.column >= MOST_COLUMNS) truncated = true;
      else if (value !== '') put(rows, cell.row, cell.column, value);
    }
  }
  return { rows, length, truncated };
}

function put(rows: string[][], row: number, column: number, value: string): void {
  while (rows.length <= row) rows.push([]);
  const cells = rows[row] ?? [];
  while (cells.length < column) cells.push('');
  cells[column] = value;
}

function cellText(
  { type, style, text }: { readonly type: string; readonly style: number; readonly text: string },
  strings: readonly string[],
  dates: ReadonlySet<number>,
): string {
  if (type === 's') return strings[Number(text)] ?? '';
  if (type === 'b') return text === '1' ? 'TRUE' : 'FALSE';
  if (type === '' && dates.has(style)) return serialDate(Number(text)) ?? text;
  return text;
}

/** `BC12` is column 54. */
function columnOf(reference: string | null): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
