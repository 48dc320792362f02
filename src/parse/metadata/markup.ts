import { decodeHTML } from 'entities';
import type { PackageReader } from '../document/package.ts';
import { decodeMarkup } from '../document/plain-text.ts';
import { attribute, xmlTokens } from '../document/xml-tokens.ts';
import { collectActiveMarkup } from './active-markup.ts';
import { isoMoment } from './clock.ts';
import type { Collector } from './collector.ts';
import { collectInlineFiles } from './inline-files.ts';
import { collectPackageMedia } from './package-media.ts';

/** Names of `<meta name>` that people and programs sign with. */
const META: Readonly<Record<string, string>> = {
  generator: 'application',
  author: 'author',
  'dc.creator': 'author',
  originator: 'application',
  progid: 'application',
  keywords: 'keywords',
  description: 'description',
  created: 'created',
  changed: 'modified',
  changedby: 'last-author',
  'dc.title': 'title',
  'dc.subject': 'keywords',
  'dc.description': 'description',
  'dc.publisher': 'publisher',
  'dc.rights': 'rights',
  'dc.date': 'created',
  'dcterms.creator': 'author',
  'dcterms.title': 'title',
  'article:author': 'author',
  'article:published_time': 'created',
  'article:modified_time': 'modified',
  'last-modified': 'modified',
  copyright: 'rights',
  subject: 'subject',
  company: 'company',
  'dcterms.created': 'created',
  'dcterms.modified': 'modified',
};

/** Properties Office writes into HTML (`<o:DocumentProperties>`). */
const OFFICE: Readonly<Record<string, string>> = {
  Author: 'author',
  LastAuthor: 'last-author',
  Created: 'created',
  LastSaved: 'modified',
  LastPrinted: 'printed',
  Revision: 'revision',
  Template: 'template',
  TotalTime: 'edit-minutes',
  Company: 'company',
  Manager: 'manager',
  Version: 'application-version',
};

/** What is said of a page stands in its head. */
const HEAD = 256 * 1024;

/** Who or what made an HTML page: meta elements, Office's own properties, the address it was saved from. */
export function collectHtml(bytes: Uint8Array, out: Collector): void {
  const html = decodeMarkup(bytes.subarray(0, HEAD));
  for (const [, attributes = ''] of html.matchAll(/<meta\s([^>]{1,2000})>/gi)) {
    const name = (
      /\b(?:name|property)\s{0,4}=\s{0,4}["']?([\w.:-]{1,60})/i.exec(attributes)?.[1] ?? ''
    ).toLowerCase();
    const field = META[name];
    const value = /\bcontent\s{0,4}=\s{0,4}(?:"([^"]{0,2000})"|'([^']{0,2000})'|([^\s"'>]{1,200}))/i.exec(
      attributes,
    );
    if (field === undefined || value === null) continue;
    const text = decodeHTML(value[1] ?? value[2] ?? value[3] ?? '');
    // LibreOffice writes 2017-04-24T10:00:00.000000000, older ones 20170424;10000000.
    out.time(
      field,
      text,
      field === 'created' || field === 'modified' ? isoMoment(text) : null,
      `HTML meta ${name}`,
    );
  }
  const title = /<title(?:\s[^>]{0,200})?>([^<]{0,2000})/i.exec(html)?.[1] ?? '';
  out.field('title', decodeHTML(title).replace(/\s+/g, ' ').trim(), 'HTML title');
  for (const [, name = '', escaped = ''] of html.matchAll(/<o:(\w{1,30})>([^<]{1,500})<\/o:/g)) {
    const [field, value] = [OFFICE[name], decodeHTML(escaped)];
    if (field !== undefined) out.time(field, value, isoMoment(value), `HTML o:${name}`);
  }
  out.field('saved-from', /<!-- saved from url=\(\d{1,6}\)([^\s>]{1,500})/.exec(html)?.[1], 'HTML comment');
  out.field(
    'language',
    /<html\s[^>]{0,500}?\blang\s{0,4}=\s{0,4}["']?([\w-]{2,20})/i.exec(html)?.[1],
    'HTML lang',
  );
  collectInlineFiles(bytes, out);
  collectActiveMarkup(bytes, 'HTML', out);
}

/** Properties in Word's and Excel's XML of 2003, and the writer's own. */
const OFFICE_XML: Readonly<Record<string, string>> = {
  ...OFFICE,
  Title: 'title',
  Subject: 'subject',
  Description: 'description',
  Keywords: 'keywords',
  Category: 'category',
};

/** Who made an Office document that is one text of XML (2003), and the files in it; of any other XML only these. */
export function collectOfficeXml(bytes: Uint8Array, out: Collector): void {
  collectInlineFiles(bytes, out);
  const xml = decodeMarkup(bytes.subarray(0, HEAD));
  if (!xml.includes('urn:schemas-microsoft-com:office:office')) return;
  const own = sectionOf(xml, 'CustomDocumentProperties');
  for (const [, name = '', value = ''] of sectionOf(xml, 'DocumentProperties').matchAll(PROPERTY)) {
    const field = OFFICE_XML[name];
    const text = decodeHTML(value);
    if (field !== undefined) out.time(field, text, isoMoment(text), `XML DocumentProperties ${name}`);
  }
  for (const [, name = '', value = ''] of own.matchAll(PROPERTY))
    out.field(`custom:${name}`, decodeHTML(value), 'XML CustomDocumentProperties');
}

const PROPERTY = /<(?:o:)?([\w.-]{1,60})(?:\s[^<>]{0,200})?>([^<]{1,2000})<\//g;

function sectionOf(xml: string, name: string): string {
  const start = Math.max(xml.indexOf(`<o:${name}`), xml.indexOf(`<${name}`));
  const end = start < 0 ? -1 : xml.indexOf(`${name}>`, start + name.length + 2);
  return end < 0 ? '' : xml.slice(start + name.length, end);
}

/** Elements of the package document, EPUB 3.3, 5.5. */
const BOOK: Readonly<Record<string, string>> = {
  title: 'title',
  creator: 'author',
  contributor: 'contributor',
  publisher: 'publisher',
  language: 'language',
  identifier: 'document-id',
  date: 'created',
  rights: 'rights',
  description: 'description',
  subject: 'keywords',
};

/**
 * Collects what the package document of an EPUB says of the book (EPUB 3.3, 5.5), refinements and Calibre's
 * entries too.
 */
export function collectEpub(reader: PackageReader, out: Collector): void {
  for (const part of reader.matching(/\.opf$/i)) {
    let name = '';
    let property = '';
    for (const token of xmlTokens(reader.part(part) ?? '')) {
      if (token.type === 'close') name = property = '';
      else if (token.type === 'open') {
        name = token.name;
        property = attribute(token.attributes, 'property') ?? '';
        if (name === 'meta' && attribute(token.attributes, 'name') === 'generator')
          out.field('application', attribute(token.attributes, 'content'), `${part} meta generator`);
      } else collectBook(name, property, token.text, part, out);
    }
  }
  collectPackageMedia(reader, out);
}

function collectBook(name: string, property: string, text: string, part: string, out: Collector): void {
  const field = BOOK[name];
  if (property === 'dcterms:modified')
    out.time('modified', text, isoMoment(text), `${part} dcterms:modified`);
  else if (field !== undefined)
    out.time(field, text, name === 'date' ? isoMoment(text) : null, `${part} dc:${name}`);
}
