import type { DocumentContent } from './document.ts';
import { escapeXml, officePackage } from './office.ts';

const SHEETS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** An Office Open XML workbook of one sheet, a row for each line, cells separated by tabs. */
export function xlsx({ lines, facts }: DocumentContent): Buffer {
  const rows = lines.map((line, row) => {
    const cells = line.split('\t').map((text, column) => cell(text, `${'ABCDEFGH'[column]}${row + 1}`));
    return `<row r="${row + 1}">${cells.join('')}</row>`;
  });
  const parts = [
    {
      name: 'xl/workbook.xml',
      type: `${SHEET_TYPE}.sheet.main+xml`,
      xml: `<workbook xmlns="${SHEETS}" xmlns:r="${RELATIONSHIPS}"><sheets><sheet name="Feuil1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      xml: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      type: `${SHEET_TYPE}.worksheet+xml`,
      xml: `<worksheet xmlns="${SHEETS}"><sheetData>${rows.join('')}</sheetData></worksheet>`,
    },
  ];
  return officePackage(parts, 'xl/workbook.xml', 'Microsoft Excel', facts);
}

function cell(text: string, at: string): string {
  return /^\d+$/u.test(text)
    ? `<c r="${at}"><v>${text}</v></c>`
    : `<c r="${at}" t="inlineStr"><is><t>${escapeXml(text)}</t></is></c>`;
}
