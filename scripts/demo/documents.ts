/** Small documents of the kinds people attach. */
import { pdfFile } from '../../src/rehearse/documents/pdf-file.ts';
import { pngFile, RGB } from '../../src/rehearse/documents/png-file.ts';
import { zip } from './zip.ts';

export interface DocumentFacts {
  readonly title: string;
  readonly author: string;
  readonly lastModifiedBy?: string;
  /** ISO 8601, UTC. */
  readonly created: string;
  readonly modified: string;
}

/** An Office Open XML text with its core properties. */
export function docx(paragraphs: readonly string[], facts: DocumentFacts): Buffer {
  const xml = (body: string): Buffer =>
    Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`, 'utf8');
  const body = paragraphs.map((text) => `<w:p><w:r><w:t>${escapeXml(text)}</w:t></w:r></w:p>`).join('');
  const office = 'http://schemas.openxmlformats.org';
  return zip([
    {
      name: '[Content_Types].xml',
      bytes: xml(
        `<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
      ),
    },
    {
      name: '_rels/.rels',
      bytes: xml(
        `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${office}/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
      ),
    },
    {
      name: 'word/document.xml',
      bytes: xml(
        `<w:document xmlns:w="${office}/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
      ),
    },
    {
      name: 'docProps/core.xml',
      bytes: xml(
        `<cp:coreProperties xmlns:cp="${office}/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(facts.title)}</dc:title><dc:creator>${escapeXml(facts.author)}</dc:creator><cp:lastModifiedBy>${escapeXml(facts.lastModifiedBy ?? facts.author)}</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">${facts.created}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${facts.modified}</dcterms:modified></cp:coreProperties>`,
      ),
    },
  ]);
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** A PDF of one page (ISO 32000-1), text in WinAnsi, with an information dictionary. */
export function pdf(lines: readonly string[], facts: DocumentFacts): Buffer {
  const shown = lines
    .map((line, index) => `1 0 0 1 72 ${770 - 18 * index} Tm (${escapePdf(line)}) Tj`)
    .join('\n');
  const stream = `BT /F1 12 Tf\n${shown}\nET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    `<< /Title (${escapePdf(facts.title)}) /Author (${escapePdf(facts.author)}) /Producer (Rivage Office 6.4) /CreationDate (${pdfDate(facts.created)}) /ModDate (${pdfDate(facts.modified)}) >>`,
  ];
  return pdfFile(objects, 1, 6);
}

function escapePdf(text: string): string {
  return text
    .replace(/[\\()]/gu, '\\$&')
    .replaceAll('€', '\u0080')
    .replaceAll('’', '\u0092')
    .replaceAll('–', '\u0096');
}

function pdfDate(iso: string): string {
  return `D:${iso.replace(/[-T:]/gu, '').replace('Z', '')}Z`;
}

/** A PNG of a sloping beach in two colours, uncompressed inside. */
export function png(size: number, sand: readonly number[], sea: readonly number[]): Buffer {
  const rows = Array.from({ length: size }, (_, y) => [
    0,
    ...Array.from({ length: size }, (_, x) => (x + 2 * y > size * 1.4 ? sand : sea)).flat(),
  ]);
  return pngFile(size, RGB, rows);
}
