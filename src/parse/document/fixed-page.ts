import type { Limits } from '../../model/index.ts';
import type { PackageReader } from './package.ts';
import { textByRules, type XmlTextRules } from './xml-text.ts';
import { attribute, xmlTokens } from './xml-tokens.ts';

const VISIO: XmlTextRules = {
  within: new Set(['Text']),
  lines: new Set(['Text']),
  tabs: new Set(),
};

/** Drawings of Visio 2013 and later ([MS-VSDX] 2.2.7): the words of shapes, page by page. */
export function visioText(reader: PackageReader): string {
  return reader
    .matching(/^visio\/pages\/page\d{1,5}\.xml$/i)
    .map((name) => textByRules(reader.part(name) ?? '', VISIO))
    .filter((text) => text !== '')
    .join('\n\n');
}

/** XPS and OpenXPS (ECMA-388, 12): pages of glyphs, each run with the words it shows. */
export function xpsText(reader: PackageReader, limits: Limits): string {
  const pages: string[] = [];
  let left = limits.textChars;
  for (const name of reader.matching(/\.fpage$/i)) {
    const runs: string[] = [];
    for (const token of xmlTokens(reader.part(name) ?? '')) {
      if (token.type !== 'open' || token.name !== 'Glyphs' || left < 0) continue;
      // In front of what could be mistaken for an escape stands a pair of braces (12.1.3).
      const run = (attribute(token.attributes, 'UnicodeString') ?? '').replace(/^\{\}/, '');
      left -= run.length;
      if (run !== '') runs.push(run);
    }
    pages.push(runs.join('\n'));
  }
  return pages.join('\n\n').trim();
}
