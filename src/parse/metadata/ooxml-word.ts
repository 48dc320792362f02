import { decodeXML } from 'entities';
import { partsAs } from '../document/content-types.ts';
import type { PackageReader } from '../document/package.ts';
import { wordStories } from '../document/word.ts';
import { attribute, xmlTokens } from '../document/xml-tokens.ts';
import { isoMoment } from './clock.ts';
import type { Collector } from './collector.ts';
import { collectFieldCode } from './field-code.ts';

/** Characters of the list of rsids kept; a document has up to some thousand of 8 digits. */
const MOST_RSIDS = 40_000;
/** Tracked changes looked at. Attack: a million of them. */
const MOST_CHANGES = 20_000;

/** What WordprocessingML keeps beside the properties: settings, fonts, languages, tracked changes, paths. */
export function collectWordParts(reader: PackageReader, out: Collector): void {
  for (const name of partsAs(reader, /^word\/settings\d{0,3}\.xml$/i, /wordprocessingml\.settings\+xml$/i))
    collectSettings(reader.part(name) ?? '', name, out);
  for (const name of reader.matching(/^word\/fontTable\d{0,3}\.xml$/i)) {
    for (const token of xmlTokens(reader.part(name) ?? ''))
      if (token.type === 'open' && token.name === 'font')
        out.field('font', attribute(token.attributes, 'name'), name);
  }
  for (const name of reader.matching(/^word\/styles\d{0,3}\.xml$/i))
    collectLanguages(reader.part(name) ?? '', name, out);
  for (const name of wordStories(reader)) collectBody(reader.part(name) ?? '', name, out);
  for (const name of reader.matching(/^ppt\/(?:presentation|slides\/slide\d{1,5})\.xml$/i).slice(0, 50))
    collectLanguages(reader.part(name) ?? '', name, out);
}

function collectSettings(xml: string, part: string, out: Collector): void {
  const rsids: string[] = [];
  for (const token of xmlTokens(xml)) {
    if (token.type !== 'open') continue;
    const value = attribute(token.attributes, 'val');
    if (token.name === 'rsidRoot') out.field('rsid-root', value, `${part} w:rsidRoot`);
    else if (token.name === 'rsid' && value !== null) rsids.push(value);
    else if (token.name === 'docId') out.field('document-id', value, `${part} docId`);
    else if (token.name === 'themeFontLang') {
      for (const key of ['val', 'eastAsia', 'bidi'])
        out.field('language', attribute(token.attributes, key), `${part} w:themeFontLang ${key}`);
    } else if (token.name === 'trackRevisions')
      out.field('tracks-changes', 'yes', `${part} w:trackRevisions`);
    else if (token.name === 'documentProtection')
      out.field('protection', attribute(token.attributes, 'edit'), `${part} w:documentProtection`);
    else if (token.name === 'docVar') {
      const name = attribute(token.attributes, 'name') ?? '';
      out.field(`variable:${name.slice(0, 100)}`, value, `${part} w:docVar`);
    }
  }
  out.field('rsids', rsids.join(' ').slice(0, MOST_RSIDS), `${part} w:rsids`, MOST_RSIDS);
}

/** `w:lang` and DrawingML's `lang`; the proofing language follows the keyboard of who types. */
function collectLanguages(xml: string, part: string, out: Collector): void {
  const found = new Set<string>();
  for (const [, attributes = ''] of xml.matchAll(/<w:lang\b([^>]{0,300})>/g))
    for (const [, tag = ''] of attributes.matchAll(/"([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3})"/g))
      found.add(tag);
  for (const [, tag = ''] of xml.matchAll(/\s(?:lang|altLang)="([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3})"/g))
    found.add(tag);
  for (const tag of found) out.field('language', tag, `${part} lang`);
}

const CHANGE = /<w:(ins|del|moveFrom|moveTo|[rp]PrChange|sectPrChange|tblPrChange)\s([^>]{0,400})>/g;

function collectBody(xml: string, part: string, out: Collector): void {
  let changes = 0;
  for (const [, kind = '', attributes = ''] of xml.matchAll(CHANGE)) {
    if (++changes > MOST_CHANGES) break;
    out.field('change-author', attribute(attributes, 'author'), `${part} w:${kind}`);
    out.clock(`${part} w:${kind}`, isoMoment(attribute(attributes, 'date') ?? ''));
  }
  collectLanguages(xml, part, out);
  // Word may cut an instruction into runs anywhere.
  const instructions = [...xml.matchAll(/<w:instrText[^>]{0,100}>([^<]{0,1000})/g)].map(
    ([, code = '']) => code,
  );
  for (const [, code = ''] of xml.matchAll(/<w:fldSimple\s[^>]{0,100}?w:instr="([^"]{0,1000})"/g))
    instructions.push(code);
  collectFieldCode(decodeXML(instructions.slice(0, MOST_CHANGES).join('')), `${part} field`, out);
  // The description of a picture is, by default of older versions, the path it was inserted from.
  for (const [, path = ''] of xml.matchAll(/\sdescr="([^"]{0,400})"/g))
    if (/^(?:[A-Za-z]:\\|\\\\|file:|\/(?:Users|home)\/)/.test(path)) out.field('path', path, `${part} descr`);
}
