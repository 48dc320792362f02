import { writeZip } from '../../parse/archive/testing/zip-writer.ts';

/** A package of these parts. */
export function zipOf(parts: Readonly<Record<string, string>>): Buffer {
  return writeZip(Object.entries(parts).map(([name, content]) => ({ name, content })));
}

const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';

/** A docx of these paragraphs. */
export function docxOf(paragraphs: readonly string[]): Buffer {
  const escaped = paragraphs.map((text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
  const body = escaped.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('');
  return zipOf({
    '[Content_Types].xml': TYPES,
    'word/document.xml': `<w:document><w:body>${body}</w:body></w:document>`,
    'docProps/core.xml': '<cp:coreProperties><dc:creator>Someone</dc:creator></cp:coreProperties>',
  });
}
