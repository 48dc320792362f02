import { wrap } from '../wrap.ts';
import type { DocumentContent } from './sheet.ts';

const LINES_A_PAGE = 48;
const COLUMNS = 88;

/** A PDF 1.7 as Word exports one, with Helvetica and without compression (see `zipOf` on why). */
export function pdf({ title, author, created, modified, paragraphs, table }: DocumentContent): Buffer {
  const text = [
    title,
    '',
    ...paragraphs.flatMap((each) => [each, '']),
    ...table.map((row) => row.join('   ')),
  ];
  const lines = text.flatMap((each) => (each === '' ? [''] : wrap(each, COLUMNS)));
  const pages: string[][] = [];
  for (let at = 0; at < lines.length || pages.length === 0; at += LINES_A_PAGE)
    pages.push(lines.slice(at, at + LINES_A_PAGE));
  const kids = pages.map((_, i) => `${5 + 2 * i} 0 R`).join(' ');
  const objects = [
    '<</Type/Catalog/Pages 2 0 R/Lang(fr-FR)>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    `<</Title${literal(title)}/Author${literal(author)}/Creator(Microsoft\xae Word 2016)/Producer(Microsoft\xae Word 2016)/CreationDate${date(created)}/ModDate${date(modified)}>>`,
    ...pages.flatMap((page, i) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595.32 841.92]/Resources<</Font<</F1 3 0 R>>>>/Contents ${6 + 2 * i} 0 R>>`,
      stream(page),
    ]),
  ];
  return assemble(objects);
}

function stream(page: readonly string[]): string {
  const shown = page.map((line) => `${literal(line)}Tj T*`).join('\n');
  const content = `BT\n/F1 11 Tf\n14 TL\n56 780 Td\n${shown}\nET`;
  return `<</Length ${content.length}>>\nstream\n${content}\nendstream`;
}

/** A string in Windows-1252, one char per byte; what it does not have becomes a question mark. */
function literal(text: string): string {
  const bytes = text
    .replaceAll('’', "'")
    .replaceAll('œ', '\x9c')
    .replaceAll('€', '\x80')
    .replace(/[^\x20-\xff]/g, '?');
  return `(${bytes.replace(/[\\()]/g, '\\$&')})`;
}

function date(at: number): string {
  return `(D:${new Date(at).toISOString().slice(0, 19).replace(/[-T:]/g, '')}Z)`;
}

function assemble(objects: readonly string[]): Buffer {
  let file = '%PDF-1.7\n%\xb5\xb5\xb5\xb5\n';
  const offsets: number[] = [];
  objects.forEach((object, i) => {
    offsets.push(file.length);
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
  });
  const start = file.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n\r\n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f\r\n${rows}trailer\n<</Size ${objects.length + 1}/Root 1 0 R/Info 4 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
