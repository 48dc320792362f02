import type { Limits } from '../../model/index.ts';
import { drawingTexts } from './drawing.ts';
import type { PackageReader } from './package.ts';
import { binaryCells, binaryDates, binarySheets, binaryStrings } from './sheet/binary-sheets.ts';
import { ooxmlCells, ooxmlDates, ooxmlSheets, type SheetPart, sharedStrings } from './sheet/ooxml-sheets.ts';
import { pageHeaderText } from './sheet/page-header.ts';
import { type CellSink, type Sheet, SheetLines, SheetRows } from './sheet/sheet.ts';
import { textByRules, type XmlTextRules } from './xml-text.ts';

const COMMENTS: XmlTextRules = {
  within: new Set(['t']),
  lines: new Set(['comment', 'threadedComment']),
  tabs: new Set(),
};

/** A workbook in a package, XML (ECMA-376 part 1, 18) or binary ([MS-XLSB]): its tabs, and how to read each. */
interface Workbook {
  readonly sheets: readonly SheetPart[];
  /** Returns what stands above and below the page when the sheet is printed. */
  readonly cells: (part: string, put: CellSink) => string;
}

/** Names of sheets, cells row by row, comments. Dates are shown as dates, in ISO 8601. */
export function spreadsheetText(reader: PackageReader, limits: Limits): string {
  const { sheets, cells } = workbookOf(reader, limits);
  const names = sheets.map(({ name }) => name).filter((name) => name !== '');
  const texts = [names.join('\n')];
  let length = 0;
  for (const { part } of sheets) {
    if (length > limits.textChars) break;
    const lines = new SheetLines(limits.textChars);
    const printed = cells(part, lines.put);
    const text = [lines.text(), printed].filter((each) => each !== '').join('\n\n');
    length += text.length;
    texts.push(text);
  }
  for (const name of reader.matching(/^xl\/(?:comments\/?|threadedComments\/)[^/]{0,100}\.xml$/i)) {
    texts.push(textByRules(reader.part(name) ?? '', COMMENTS));
  }
  texts.push(...drawingTexts(reader));
  return texts.filter((text) => text !== '').join('\n\n');
}

/** The same sheets as tables. */
export function spreadsheetSheets(reader: PackageReader, limits: Limits): readonly Sheet[] {
  const { sheets, cells } = workbookOf(reader, limits);
  let left = limits.textChars;
  return sheets.map(({ name, hidden, part }) => {
    const table = new SheetRows(left);
    cells(part, (row, column, text) => {
      left -= text.length;
      return table.put(row, column, text);
    });
    return { name, hidden, rows: table.rows, truncated: table.truncated };
  });
}

function workbookOf(reader: PackageReader, limits: Limits): Workbook {
  if (reader.names.some((name) => name.toLowerCase() === 'xl/workbook.bin')) {
    const strings = binaryStrings(reader, limits.textChars);
    const dates = binaryDates(reader);
    const cells = (part: string, put: CellSink) => {
      binaryCells(reader.bytes(part), strings, dates, put);
      return '';
    };
    return { sheets: binarySheets(reader), cells };
  }
  const strings = sharedStrings(reader.part('xl/sharedStrings.xml') ?? '');
  const dates = ooxmlDates(reader);
  const cells = (part: string, put: CellSink) => {
    const xml = reader.part(part) ?? '';
    ooxmlCells(xml, strings, dates, put);
    return headersOf(xml);
  };
  return { sheets: ooxmlSheets(reader), cells };
}

const HEADERS: XmlTextRules = {
  within: new Set(['oddHeader', 'oddFooter', 'evenHeader', 'evenFooter', 'firstHeader', 'firstFooter']),
  lines: new Set(['oddHeader', 'oddFooter', 'evenHeader', 'evenFooter', 'firstHeader', 'firstFooter']),
  tabs: new Set(),
};

/** They stand behind the cells. */
function headersOf(xml: string): string {
  const at = xml.lastIndexOf('<headerFooter');
  return at < 0 ? '' : pageHeaderText(textByRules(xml.slice(at), HEADERS));
}
