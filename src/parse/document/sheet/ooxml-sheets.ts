import type { PackageReader } from '../package.ts';
import { attribute, xmlTokens } from '../xml-tokens.ts';
import { type CellDates, cellNumber, isDateFormat } from './number-format.ts';
import { type CellSink, MOST_SHEETS } from './sheet.ts';

/** A sheet as the workbook names it. */
export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  /** Of its cells. */
  readonly part: string;
}

/** The sheets of a SpreadsheetML workbook in the order of its tabs; then sheets that no tab names. */
export function ooxmlSheets(reader: PackageReader): readonly SheetPart[] {
  const targets = workbookTargets(reader.part('xl/_rels/workbook.xml.rels') ?? '');
  const sheets: SheetPart[] = [];
  for (const token of xmlTokens(reader.part('xl/workbook.xml') ?? '')) {
    if (token.type !== 'open' || token.name !== 'sheet' || sheets.length >= MOST_SHEETS) continue;
    const { attributes } = token;
    const hidden = (attribute(attributes, 'state') ?? 'visible') !== 'visible';
    const part = targets.get(attribute(attributes, 'id') ?? '') ?? '';
    sheets.push({ name: attribute(attributes, 'name') ?? '', hidden, part });
  }
  const named = new Set(sheets.map(({ part }) => part.toLowerCase()));
  const rest = reader
    .matching(/^xl\/worksheets\/[^/]{1,100}\.xml$/i)
    .filter((part) => !named.has(part.toLowerCase()));
  return [...sheets, ...rest.map((part) => ({ name: '', hidden: false, part }))];
}

/** Relationship id to part. */
export function workbookTargets(xml: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  for (const token of xmlTokens(xml)) {
    if (token.type !== 'open' || token.name !== 'Relationship') continue;
    const target = (attribute(token.attributes, 'Target') ?? '').replace(/^\.\//, '');
    targets.set(
      attribute(token.attributes, 'Id') ?? '',
      target.startsWith('/') ? target.slice(1) : `xl/${target}`,
    );
  }
  return targets;
}

/** The table of strings (18.4.8): one per `si`, its runs joined; phonetic readings (`rPh`) left out. */
export function sharedStrings(xml: string): readonly string[] {
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

/** Which styles show dates (18.8.10, `cellXfs`), and from when days are counted (18.2.28, `date1904`). */
export function ooxmlDates(reader: PackageReader): CellDates {
  const codes = new Map<number, string>();
  const styles = new Set<number>();
  let [inCells, number] = [false, 0];
  for (const token of xmlTokens(reader.part('xl/styles.xml') ?? '')) {
    if (token.type === 'text') continue;
    if (token.name === 'cellXfs') inCells = token.type === 'open';
    if (token.type !== 'open') continue;
    const { attributes } = token;
    if (token.name === 'numFmt')
      codes.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '');
    if (token.name !== 'xf' || !inCells) continue;
    const format = Number(attribute(attributes, 'numFmtId'));
    if (isDateFormat(format, codes.get(format))) styles.add(number);
    number++;
  }
  const properties =
    /<(?:\w{1,20}:)?workbookPr\s[^<>]{0,2000}/.exec(reader.part('xl/workbook.xml') ?? '')?.[0] ?? '';
  return { styles, from1904: /^(?:1|true)$/.test(attribute(properties, 'date1904') ?? '') };
}

/** The cells of one sheet (18.3.1.4). */
export function ooxmlCells(xml: string, strings: readonly string[], dates: CellDates, put: CellSink): void {
  let [row, column, type, style, text, inside] = [-1, -1, '', -1, '', false];
  for (const token of xmlTokens(xml)) {
    if (token.type === 'text') {
      if (inside) text += token.text;
      continue;
    }
    const opens = token.type === 'open';
    if (token.name === 'v' || token.name === 't') inside = opens && !token.empty;
    else if (token.name === 'row' && opens) {
      const number = Number(attribute(token.attributes, 'r') ?? 0);
      [row, column] = [number >= 1 ? number - 1 : row + 1, -1];
    } else if (token.name === 'c' && opens) {
      const { attributes } = token;
      column = columnOf(attribute(attributes, 'r')) ?? column + 1;
      [type, style, text] = [attribute(attributes, 't') ?? '', Number(attribute(attributes, 's') ?? 0), ''];
    } else if (token.name === 'c' && !put(row, column, cellText(type, text, style, strings, dates))) return;
  }
}

/** ST_CellType, 18.18.11. */
function cellText(
  type: string,
  text: string,
  style: number,
  strings: readonly string[],
  dates: CellDates,
): string {
  if (type === 's') return strings[Number(text)] ?? '';
  if (type === 'b') return text === '1' ? 'TRUE' : 'FALSE';
  return type === '' || type === 'n' ? cellNumber(text, style, dates) : text;
}

/** `BC12` is column 54. */
function columnOf(reference: string | null): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
