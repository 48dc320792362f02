import { member, officeParts } from './office.ts';
import { type DocumentContent, xml } from './sheet.ts';
import { zipOf } from './zip.ts';

const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** A Word document: a title, paragraphs, and the table if there is one. */
export function docx(content: DocumentContent): Buffer {
  const body = [
    paragraph(content.title, '<w:b/><w:sz w:val="32"/>'),
    ...content.paragraphs.map((text) => paragraph(text, '')),
    content.table.length === 0 ? '' : table(content.table),
  ].join('');
  const page =
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417"/></w:sectPr>';
  const document = `<w:document xmlns:w="${W}"><w:body>${body}${page}</w:body></w:document>`;
  const about = {
    application: 'Microsoft Office Word',
    main: 'word/document.xml',
    mainType: MAIN,
    minutes: content.paragraphs.length * 4,
  };
  // Office dates the members 1980-01-01.
  return zipOf([...officeParts(content, about), member('word/document.xml', document)], Date.UTC(1980, 0, 1));
}

function paragraph(text: string, style: string): string {
  return `<w:p><w:r>${style === '' ? '' : `<w:rPr>${style}</w:rPr>`}<w:t xml:space="preserve">${xml(text)}</w:t></w:r></w:p>`;
}

function table(rows: DocumentContent['table']): string {
  const cell = (value: string | number): string =>
    `<w:tc><w:p><w:r><w:t>${xml(String(value))}</w:t></w:r></w:p></w:tc>`;
  const lines = rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('');
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid/>${lines}</w:tbl><w:p/>`;
}
