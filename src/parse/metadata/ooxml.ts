import { partsAs } from '../document/content-types.ts';
import type { PackageReader } from '../document/package.ts';
import { attribute, type XmlToken, xmlTokens } from '../document/xml-tokens.ts';
import { isoMoment, LOCAL } from './clock.ts';
import type { Collector } from './collector.ts';
import { headingLanguage } from './heading-words.ts';
import { collectCarried } from './ooxml-carried.ts';
import { collectRelationships } from './ooxml-relationships.ts';
import { collectSources } from './ooxml-sources.ts';
import { collectSpreadsheetParts } from './ooxml-spreadsheet.ts';
import { collectWordParts } from './ooxml-word.ts';

/** Elements of docProps/core.xml (ECMA-376 part 2, 11) by the name without prefix. */
const CORE: Readonly<Record<string, string>> = {
  creator: 'author',
  lastModifiedBy: 'last-author',
  created: 'created',
  modified: 'modified',
  lastPrinted: 'printed',
  revision: 'revision',
  title: 'title',
  subject: 'subject',
  description: 'description',
  keywords: 'keywords',
  category: 'category',
  contentStatus: 'content-status',
  language: 'language',
  version: 'version',
  identifier: 'identifier',
};

/** Elements of docProps/app.xml (part 1, 22.2). */
const APP: Readonly<Record<string, string>> = {
  Application: 'application',
  AppVersion: 'application-version',
  Company: 'company',
  Manager: 'manager',
  Template: 'template',
  TotalTime: 'edit-minutes',
  HyperlinkBase: 'path',
  Pages: 'pages',
  Slides: 'slides',
  Words: 'words',
  Characters: 'characters',
  Lines: 'lines',
  Paragraphs: 'paragraphs',
  PresentationFormat: 'presentation-format',
  DocSecurity: 'security',
};

/** What an Office Open XML document says about itself, from every part that names somebody or something. */
export function collectOoxml(reader: PackageReader, out: Collector): void {
  for (const name of partsAs(reader, /^docProps\/core\d{0,3}\.xml$|\.psmdcp$/i, /core-properties\+xml$/i))
    collectSimple(reader.part(name), name, 'cp|dc|dcterms', CORE, out);
  for (const name of partsAs(reader, /^docProps\/app\d{0,3}\.xml$/i, /extended-properties\+xml$/i)) {
    const xml = reader.part(name);
    collectSimple(xml, name, '', APP, out);
    out.field('interface-language', headingLanguage(headingPairs(xml ?? '')), `${name} HeadingPairs`);
  }
  collectCustom(reader, out);
  collectWordParts(reader, out);
  collectSpreadsheetParts(reader, out);
  collectComments(reader, out);
  collectCarried(reader, collectRelationships(reader, out), out);
  collectSources(reader, out);
  const packed = reader.packed('[Content_Types].xml') ?? reader.packed('docProps/core.xml');
  if (packed !== null)
    out.clock('zip entry, time of packing', { time: packed, precision: '2s', zone: LOCAL });
}

/** Elements that hold nothing but text: name → field. `written` keeps the prefix only for the place. */
function collectSimple(
  xml: string | null,
  part: string,
  prefix: string,
  fields: Readonly<Record<string, string>>,
  out: Collector,
): void {
  let name = '';
  let text = '';
  for (const token of xmlTokens(xml ?? '')) {
    if (token.type === 'text') text += token.text;
    else if (token.type === 'open') {
      name = token.name;
      text = '';
    } else {
      const field = token.name === name ? fields[name] : undefined;
      if (field !== undefined)
        told(field, unescaped(text).trim(), `${part} ${prefixed(xml ?? '', prefix, name)}`, out);
      name = '';
    }
  }
}

/** A dozen words, each followed by a number. */
function headingPairs(xml: string): readonly string[] {
  const start = xml.indexOf('<HeadingPairs>');
  if (start < 0) return [];
  const pairs = xml.slice(start, start + 8_000).split('</HeadingPairs>')[0] ?? '';
  return [...pairs.matchAll(/<vt:lpstr>([^<]{1,100})</g)].map(([, word = '']) => word);
}

/** `_x000d_`: a character that XML, or the element, has no place for (ST_Xstring, part 1, 22.9.2.19). */
function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function told(field: string, value: string, where: string, out: Collector): void {
  out.time(field, value, TIMES.has(field) ? isoMoment(value) : null, where);
}

const TIMES = new Set(['created', 'modified', 'printed']);

/** The name as written: which of the prefixes stands before it. */
function prefixed(xml: string, prefixes: string, name: string): string {
  const prefix = prefixes.split('|').find((each) => each !== '' && xml.includes(`<${each}:${name}`));
  return prefix === undefined ? name : `${prefix}:${name}`;
}

/** docProps/custom.xml (part 1, 22.3): names are the writer's own. */
function collectCustom(reader: PackageReader, out: Collector): void {
  for (const part of partsAs(reader, /^docProps\/custom\d{0,3}\.xml$/i, /custom-properties\+xml$/i)) {
    let name = '';
    for (const token of xmlTokens(reader.part(part) ?? '')) {
      if (token.type === 'open' && token.name === 'property')
        name = attribute(token.attributes, 'name') ?? '';
      if (token.type !== 'text' || name === '' || token.text.trim() === '') continue;
      told(`custom:${name.slice(0, 100)}`, token.text, `${part} property ${name.slice(0, 100)}`, out);
    }
  }
}

const PEOPLE =
  /^(?:word|xl|ppt)\/(?:people|comments\w{0,20}|commentAuthors|authors|(?:comments|threadedComments|persons)\/[\w-]{1,40})\.xml$/i;

/** Who commented: Word, old and threaded Excel and PowerPoint comments, and their lists of people. */
function collectComments(reader: PackageReader, out: Collector): void {
  for (const part of reader.matching(PEOPLE)) {
    let inside = '';
    for (const token of xmlTokens(reader.part(part) ?? '')) {
      if (token.type === 'open') inside = token.name;
      if (token.type === 'open') collectPerson(token, part, out);
      else if (token.type === 'text' && inside === 'author')
        out.field('comment-author', token.text, `${part} author`);
    }
  }
}

function collectPerson(token: Extract<XmlToken, { type: 'open' }>, part: string, out: Collector): void {
  const { name, attributes } = token;
  const get = (key: string) => attribute(attributes, key);
  if (name === 'comment' || name === 'cm' || name === 'threadedComment') {
    out.field('comment-author', get('author'), `${part} ${name} author`);
    const written = get('date') ?? get('dt') ?? get('dT') ?? get('created') ?? '';
    out.time('comment-time', written, isoMoment(written), `${part} ${name}`);
  } else if (name === 'person' || name === 'cmAuthor' || name === 'author') {
    out.field('person', get('author') ?? get('displayName') ?? get('name'), `${part} ${name}`);
    out.field('account', get('userId'), `${part} ${name} userId`);
  } else if (name === 'presenceInfo') out.field('account', get('userId'), `${part} presenceInfo userId`);
}
