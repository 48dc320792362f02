import { member, officeParts } from './office.ts';
import { type DocumentContent, xml } from './sheet.ts';
import { zipOf } from './zip.ts';

const MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
const S = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** An Excel workbook of one sheet that holds the table. */
export function xlsx(content: DocumentContent): Buffer {
  const rows = content.table.map(
    (row, r) =>
      `<row r="${r + 1}">${row.map((value, c) => cell(value, `${String.fromCharCode(65 + c)}${r + 1}`)).join('')}</row>`,
  );
  const sheet = `<worksheet xmlns="${S}"><sheetData>${rows.join('')}</sheetData></worksheet>`;
  const workbook = `<workbook xmlns="${S}" xmlns:r="${R}"><sheets><sheet name="${xml(content.title.slice(0, 31).replace(/[\\/?*[\]:]/g, ' '))}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
  const links = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${R}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`;
  const about = {
    application: 'Microsoft Excel',
    main: 'xl/workbook.xml',
    mainType: MAIN,
    minutes: content.table.length,
  };
  const parts = [
    ...officeParts(content, about),
    member('xl/workbook.xml', workbook),
    member('xl/_rels/workbook.xml.rels', links),
    member('xl/worksheets/sheet1.xml', sheet),
  ];
  return zipOf(parts, Date.UTC(1980, 0, 1));
}

function cell(value: string | number, reference: string): string {
  return typeof value === 'number'
    ? `<c r="${reference}"><v>${value}</v></c>`
    : `<c r="${reference}" t="inlineStr"><is><t>${xml(value)}</t></is></c>`;
}
