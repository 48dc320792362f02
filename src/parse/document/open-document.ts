import type { PackageReader } from './package.ts';
import { textByRules, type XmlTextRules } from './xml-text.ts';

const RULES: XmlTextRules = {
  within: new Set(['body', 'master-styles']),
  lines: new Set(['p', 'h', 'line-break', 'table-row']),
  tabs: new Set(['tab', 'table-cell']),
};

/** OpenDocument 1.3 part 3: the body with its annotations, then headers and footers, which stand in the styles. */
export function openDocumentText(reader: PackageReader): string {
  const texts = ['content.xml', 'styles.xml'].map((name) =>
    textByRules(named(spaced(reader.part(name) ?? '')), RULES),
  );
  return texts.filter((text) => text !== '').join('\n\n');
}

/** `text:s` stands for spaces (6.1.3); one is enough for the index. */
function spaced(xml: string): string {
  return xml.replace(/<text:s(?:\s[^<>]{0,100})?\/>/g, ' ');
}

/** Names of sheets stand before their rows, as in workbooks of Excel. */
function named(xml: string): string {
  if (!xml.includes('<office:spreadsheet')) return xml;
  return xml.replace(
    /<table:table\s[^<>]{0,500}?table:name="([^"<>]{1,300})"[^<>]{0,500}>/g,
    '$&<text:p>$1</text:p>',
  );
}
