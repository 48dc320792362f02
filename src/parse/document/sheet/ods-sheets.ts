import { attribute, xmlTokens } from '../xml-tokens.ts';
import { MOST_SHEETS, type Sheet, SheetRows } from './sheet.ts';

/** Attack: one row or cell repeated a thousand million times; empty ones, which fill a sheet, are only counted. */
const MOST_REPEATED = 1_000;

/** The tables of an OpenDocument spreadsheet (part 3, 9), cells as they were last shown. */
export function odsSheets(xml: string, mostChars: number): readonly Sheet[] {
  const sheets: Sheet[] = [];
  let left = mostChars;
  let rows = new SheetRows(left);
  let [name, row, rowTimes, column, cellTimes, text, depth] = ['', 0, 1, 0, 1, '', 0];
  const hidden = hiddenStyles(xml);
  let isHidden = false;
  let inNote = false;
  for (const token of xmlTokens(xml)) {
    if (token.type === 'text') {
      if (depth > 0 && !inNote) text += token.text;
      continue;
    }
    // What somebody noted at a cell is not what stands in it.
    if (token.name === 'annotation') inNote = token.type === 'open' && !token.empty;
    if (inNote) continue;
    const opens = token.type === 'open';
    const ends = token.type === 'close' || token.empty;
    if (token.name === 'table' && opens) {
      [name, row, rows] = [attribute(token.attributes, 'name') ?? '', 0, new SheetRows(left)];
      isHidden = hidden.has(attribute(token.attributes, 'style-name') ?? '');
    } else if (token.name === 'table-row') {
      if (opens) [rowTimes, column] = [repeated(token.attributes, 'number-rows-repeated'), 0];
      if (ends) row += rowTimes;
    } else if (token.name === 'table-cell' || token.name === 'covered-table-cell') {
      if (opens) {
        [cellTimes, text] = [repeated(token.attributes, 'number-columns-repeated'), ''];
        depth = token.empty ? 0 : 1;
      }
      if (ends) {
        depth = 0;
        const shown = text.trim();
        for (let down = 0; shown !== '' && down < Math.min(rowTimes, MOST_REPEATED); down++)
          for (let right = 0; right < Math.min(cellTimes, MOST_REPEATED); right++)
            rows.put(row + down, column + right, shown);
        column += cellTimes;
      }
    } else if (token.name === 'p' && ends && depth > 0) text += '\n';
    if (token.name === 'table' && !opens && sheets.length < MOST_SHEETS) {
      left -= rows.rows.reduce((sum, cells) => sum + cells.join('').length, 0);
      sheets.push({ name, hidden: isHidden, rows: rows.rows, truncated: rows.truncated });
    }
  }
  return sheets;
}

/** Styles of tables that are not shown (part 3, 17.15): `table:display` is false there, and not at the table. */
function hiddenStyles(xml: string): ReadonlySet<string> {
  const found = new Set<string>();
  let style = '';
  for (const token of xmlTokens(xml.slice(0, Math.max(0, xml.indexOf('<office:body'))))) {
    if (token.type !== 'open') continue;
    if (token.name === 'style') style = attribute(token.attributes, 'name') ?? '';
    else if (token.name === 'table-properties' && attribute(token.attributes, 'display') === 'false')
      found.add(style);
  }
  return found;
}

function repeated(attributes: string, name: string): number {
  const times = Number(attribute(attributes, name) ?? 1);
  return Number.isSafeInteger(times) && times >= 1 ? times : 1;
}
