import { decodeXML } from 'entities';
import { decodeMarkup } from '../document/plain-text.ts';
import { collectActiveMarkup } from './active-markup.ts';
import type { Collector } from './collector.ts';
import { collectInlineFiles } from './inline-files.ts';
import { collectXmp } from './xmp.ts';

/** Attributes in which Inkscape keeps its version, the name of the file, and where the drawing was exported to. */
const ATTRIBUTES: readonly (readonly [pattern: RegExp, field: string, name: string])[] = [
  [/\sinkscape:version\s{0,4}=\s{0,4}"([^"]{1,200})"/, 'application-version', 'inkscape:version'],
  [/\ssodipodi:docname\s{0,4}=\s{0,4}"([^"]{1,1000})"/, 'document-name', 'sodipodi:docname'],
  [/\s(?:inkscape:)?export-filename\s{0,4}=\s{0,4}"([^"]{1,1000})"/, 'path', 'inkscape:export-filename'],
  [/\ssodipodi:absref\s{0,4}=\s{0,4}"([^"]{1,1000})"/, 'linked-path', 'sodipodi:absref'],
];

/** What a drawing in SVG says of itself: its title, RDF of who made it, Inkscape's paths; pictures in it, scripts. */
export function collectSvg(bytes: Uint8Array, out: Collector): void {
  const xml = decodeMarkup(bytes);
  out.field('title', decodeXML(/<title(?:\s[^>]{0,200})?>([^<]{1,2000})/i.exec(xml)?.[1] ?? ''), 'SVG title');
  const start = xml.indexOf('<rdf:RDF');
  const end = start < 0 ? -1 : xml.indexOf('</rdf:RDF>', start);
  if (end > 0) collectXmp(Buffer.from(xml.slice(start, end + 10)), 'SVG metadata', out);
  for (const [pattern, field, name] of ATTRIBUTES)
    out.field(field, decodeXML(pattern.exec(xml)?.[1] ?? ''), `SVG ${name}`);
  collectInlineFiles(bytes, out);
  collectActiveMarkup(bytes, 'SVG', out);
}
