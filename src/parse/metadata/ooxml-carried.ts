import type { PackageReader } from '../document/package.ts';
import { attribute, xmlTokens } from '../document/xml-tokens.ts';
import type { Collector } from './collector.ts';
import { collectPackageMedia, embedPart } from './package-media.ts';
import { deviceName } from './printer.ts';

const EMBEDDED = /\/(?:embeddings|activeX)\/[^/]+\.(?!xml$|rels$)\w{1,10}$|^docProps\/thumbnail\./i;

/** Attack: a thousand lists of relationships, each read in search of texts to be inserted. */
const MOST_LISTS = 200;

/**
 * Files inside of an Office Open XML document, printer settings and macros. Objects come before pictures, so that a
 * flood of pictures hides none.
 */
export function collectCarried(reader: PackageReader, out: Collector): void {
  for (const name of reader.names) {
    if (EMBEDDED.test(name)) {
      if (/activeX/i.test(name)) out.finding('active-x', name);
      else embedPart(reader, name, out);
    } else if (/printerSettings[^/]{0,40}\.bin$/i.test(name)) {
      out.field('printer', deviceName(reader.bytes(name) ?? new Uint8Array(), 0), name);
    } else if (/vbaProject\.bin$|macrosheets\//i.test(name)) out.finding('macros', name);
  }
  for (const name of insertedTexts(reader)) embedPart(reader, name, out);
  collectPackageMedia(reader, out);
}

/**
 * Texts of other formats that Word shows in their place (`altChunk`, ECMA-376 part 1, 11.3.1): HTML, RTF or another
 * document, whose words stand nowhere else in the package.
 */
function insertedTexts(reader: PackageReader): ReadonlySet<string> {
  const names = new Set(reader.names);
  const found = new Set<string>();
  for (const list of reader.matching(/^word\/_rels\/[^/]+\.rels$/i).slice(0, MOST_LISTS)) {
    const xml = reader.part(list) ?? '';
    if (!xml.includes('/aFChunk')) continue;
    for (const token of xmlTokens(xml)) {
      if (token.type !== 'open' || token.name !== 'Relationship') continue;
      if (!(attribute(token.attributes, 'Type') ?? '').endsWith('/aFChunk')) continue;
      const target = attribute(token.attributes, 'Target') ?? '';
      const name = target.startsWith('/') ? target.slice(1) : `word/${target}`;
      if (names.has(name)) found.add(name);
    }
  }
  return found;
}
