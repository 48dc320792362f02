import type { PackageReader } from './package.ts';
import { rowsAsLines, textByRules, type XmlTextRules } from './xml-text.ts';

const RULES: XmlTextRules = {
  within: new Set(['body', 'master-styles']),
  // The name and the time of who noted something stand before the note.
  lines: new Set(['p', 'h', 'line-break', 'table-row', 'creator', 'date']),
  tabs: new Set(['tab', 'table-cell']),
  asides: new Set(['note', 'annotation', 'tracked-changes']),
  // The number of a note, which would stick to the word before it; pictures of a document that is one text.
  skipped: new Set(['note-citation', 'binary-data']),
};

/**
 * OpenDocument 1.3 part 3: the body with its annotations, then headers and footers, which stand in the styles, then
 * the sheets, drawings and charts that are objects in it.
 */
export function openDocumentText(reader: PackageReader): string {
  const objects = reader.matching(/^Object[^/]{0,40}\/content\.xml$/);
  const texts = ['content.xml', 'styles.xml', ...objects].map((name) =>
    rowsAsLines(textByRules(named(oneLine(spaced(reader.part(name) ?? ''))), RULES)),
  );
  return texts.filter((text) => text !== '').join('\n\n');
}

/** `text:s` stands for spaces (6.1.3); one is enough for the index. */
function spaced(xml: string): string {
  return xml.replace(/<text:s(?:\s[^<>]{0,100})?\/>/g, ' ');
}

/** The last paragraph of a cell ends no line: its row does, and the next cell stands behind a tab. */
function oneLine(xml: string): string {
  return xml.replace(/<\/text:p>\s{0,100}<\/table:table-cell>/g, '</table:table-cell>');
}

/** Names of sheets stand before their rows, as in workbooks of Excel. */
function named(xml: string): string {
  if (!xml.includes('<office:spreadsheet')) return xml;
  return xml.replace(
    /<table:table\s[^<>]{0,500}?table:name="([^"<>]{1,300})"[^<>]{0,500}>/g,
    '$&<text:p>$1</text:p>',
  );
}
