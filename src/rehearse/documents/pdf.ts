import { encodeText } from '../wire/charsets.ts';
import type { DocumentContent } from './document.ts';
import { pdfFile } from './pdf-file.ts';

/** A PDF of one page (ISO 32000-1), text in WinAnsi, with an information dictionary. */
export function pdf({ lines, facts }: DocumentContent): Buffer {
  const shown = [facts.title, ...lines]
    .map((line, index) => `1 0 0 1 72 ${770 - 18 * index} Tm (${literal(line)}) Tj`)
    .join('\n');
  const stream = `BT /F1 11 Tf\n${shown}\nET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    `<< /Title (${literal(facts.title)}) /Author (${literal(facts.author)}) /Producer (Atelier PDF 4.2) /CreationDate (${date(facts.created)}) /ModDate (${date(facts.modified)}) >>`,
  ];
  return pdfFile(objects, 1, 6);
}

function literal(text: string): string {
  return encodeText(text, 'windows-1252').replace(/[\\()]/gu, '\\$&');
}

function date(ms: number): string {
  return `D:${new Date(ms).toISOString().slice(0, 19).replace(/[-T:]/gu, '')}Z`;
}
