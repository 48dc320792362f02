import type { PackageReader } from './package.ts';
import { decodeMarkup } from './plain-text.ts';

/** An OpenDocument file that is one text of XML, as if its parts lay in a package; null for a package. */
export function flatPackage(bytes: Uint8Array): PackageReader | null {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return null;
  const xml = unindented(decodeMarkup(bytes));
  if (!xml.includes('<office:document ')) return null;
  const parts: Readonly<Record<string, string>> = {
    'content.xml': xml,
    'meta.xml': element(xml, 'office:meta'),
    'settings.xml': element(xml, 'office:settings'),
  };
  const part = (name: string) => (Object.hasOwn(parts, name) ? (parts[name] ?? null) : null);
  return {
    names: Object.keys(parts),
    part,
    bytes(name) {
      const text = part(name);
      return text === null ? null : Buffer.from(text);
    },
    packedBytes: () => 0,
    packed: () => null,
    matching: () => [],
    failure: () => null,
    defects: [],
  };
}

/** Lines between elements are for whoever reads the file itself; inside of a paragraph they are a space (part 3, 6.1.2). */
function unindented(xml: string): string {
  return xml
    .replace(/>[^\S\n]{0,200}\n\s{0,2000}<(?!\/?text:(?:a|span|s|tab|line-break)[\s/>])/g, '><')
    .replace(/>[^\S\n]{0,200}\n\s{0,2000}(?=<)/g, '> ');
}

function element(xml: string, name: string): string {
  const start = xml.indexOf(`<${name}>`);
  const end = xml.indexOf(`</${name}>`, start);
  return start < 0 || end < 0 ? '' : xml.slice(start, end);
}
