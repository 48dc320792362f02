import { gunzipSync } from 'node:zlib';
import type { Limits } from '../../../model/index.ts';
import type { Collector } from '../../metadata/collector.ts';
import { collectPackageMedia, embedPart } from '../../metadata/package-media.ts';
import type { PackageReader } from '../package.ts';
import { decodeMarkup, decodePlain } from '../plain-text.ts';
import { tidy } from '../xml-text.ts';
import { attribute, xmlTokens } from '../xml-tokens.ts';
import { fields, iworkObjects } from './archive.ts';

/** Bytes of all parts together, unpacked. Attack: Snappy gives twenty for one. */
const MOST_BYTES = 128 * 2 ** 20;

/** The one part with all words up to 2009. */
const EARLY = /(?:^|\/)index\.(?:xml|apxl)(?:\.gz)?$/;

/** Text, comment, list of the words of a table's cells, table, author of comments: numbers of classes. */
const TEXT = 2001;
const COMMENT = 3056;
const CELL_WORDS = 6005;
const TABLE = 6001;
const AUTHOR = 212;

/** Of the theme, not of the document: placeholders such as "Title Text". */
const OF_THEME = /(?:^|\/)(?:MasterSlide|TemplateSlide|ThemeStylesheet|DocumentStylesheet)[^/]{0,60}$/;

/**
 * The words of a document of Pages, Numbers or Keynote: texts, comments, names of tables and words in cells (numbers in
 * cells have no reader). Of 2013 and later from the parts `.iwa`, before that from one file of XML.
 */
export function iworkText(reader: PackageReader, limits: Limits): string {
  const lines: string[] = [];
  let left = MOST_BYTES;
  for (const name of reader.matching(/(?:^|\/)Index\/.{1,200}\.iwa$/)) {
    if (OF_THEME.test(name) || left <= 0) continue;
    const bytes = reader.bytes(name) ?? new Uint8Array();
    for (const { type, payload } of iworkObjects(bytes, left)) {
      left -= payload.length;
      for (const words of wordsOf(type, payload)) lines.push(words);
    }
  }
  for (const name of reader.matching(EARLY))
    lines.push(earlyText(reader.bytes(name) ?? new Uint8Array(), limits));
  return tidy(lines.join('\n'));
}

function* wordsOf(type: number, payload: Buffer): Generator<string> {
  if (type === TEXT) yield* texts(payload, 3);
  else if (type === COMMENT) yield* texts(payload, 1);
  else if (type === TABLE) yield* texts(payload, 8);
  else if (
    type === CELL_WORDS &&
    [...fields(payload)].some(({ number, value }) => number === 1 && value === 1)
  )
    for (const { number, bytes } of fields(payload)) if (number === 3) yield* texts(bytes, 3);
}

/** U+FFFC stands for a picture or a table, U+2028 for a line that ends no paragraph. */
function* texts(message: Buffer, wanted: number): Generator<string> {
  for (const { number, bytes } of fields(message)) {
    if (number !== wanted) continue;
    const text = bytes.toString('utf8').replaceAll('\ufffc', '').replaceAll('\u2028', '\n');
    if (text.trim() !== '' && !text.includes('\ufffd')) yield text;
  }
}

/** iWork '05 to '09. Words of cells stand in an attribute. */
function earlyText(bytes: Uint8Array, limits: Limits): string {
  const xml = decodeMarkup(bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipped(bytes, limits) : bytes);
  const parts: string[] = [];
  for (const token of xmlTokens(xml)) {
    if (token.type === 'text') parts.push(token.text.trim() === '' ? '' : token.text);
    else if (token.type === 'close' && token.name === 'p') parts.push('\n');
    else if (token.type === 'open' && token.name === 'ct')
      parts.push(`${attribute(token.attributes, 's') ?? ''}\n`);
    else if (token.type === 'open' && (token.name === 'br' || token.name === 'lnbr')) parts.push('\n');
  }
  return parts.join('');
}

function gunzipped(bytes: Uint8Array, limits: Limits): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: Math.min(limits.itemBytes, MOST_BYTES) });
  } catch {
    return new Uint8Array();
  }
}

/** Pictures, films, the print that Finder shows; programs that saved it, its id, authors of comments. */
export function collectIwork(reader: PackageReader, out: Collector): void {
  for (const name of reader.matching(/(?:^|\/)QuickLook\/Preview\.pdf$/)) embedPart(reader, name, out);
  for (const name of reader.matching(
    /(?:^|\/)Metadata\/BuildVersionHistory\.plist$|^buildVersionHistory\.plist$/i,
  ))
    for (const [, version = ''] of (reader.part(name) ?? '').matchAll(/<string>([^<]{1,200})<\/string>/g))
      out.field('application-build', version, name);
  for (const name of reader.matching(/(?:^|\/)Metadata\/DocumentIdentifier$/))
    out.field('document-id', decodePlain(reader.bytes(name) ?? new Uint8Array()), name);
  for (const name of reader.matching(/(?:^|\/)Index\/AnnotationAuthorStorage[^/]{0,20}\.iwa$/))
    for (const { type, payload } of iworkObjects(reader.bytes(name) ?? new Uint8Array(), MOST_BYTES))
      if (type === AUTHOR) for (const author of texts(payload, 1)) out.field('comment-author', author, name);
  for (const name of reader.matching(EARLY)) collectEarly(reader, name, out);
  collectPackageMedia(reader, out);
}

/** Elements of `sf:metadata`, each around texts that stand in attributes. */
const EARLY_FIELDS: Readonly<Record<string, string>> = {
  authors: 'author',
  title: 'title',
  keywords: 'keywords',
  comment: 'comment',
  copyright: 'rights',
};

function collectEarly(reader: PackageReader, name: string, out: Collector): void {
  const xml = decodeMarkup(reader.bytes(name) ?? new Uint8Array());
  const start = xml.indexOf('<sf:metadata');
  const end = xml.indexOf('</sf:metadata>', start);
  let field = '';
  for (const token of xmlTokens(start < 0 || end < 0 ? '' : xml.slice(start, end))) {
    if (token.type !== 'open') continue;
    if (token.name === 'array') continue;
    if (token.name !== 'string') field = EARLY_FIELDS[token.name] ?? '';
    else if (field !== '') out.field(field, attribute(token.attributes, 'string'), `${name} sf:metadata`);
  }
}
