import { decodeMarkup } from '../document/plain-text.ts';
import { xmlTokens } from '../document/xml-tokens.ts';
import { isoMoment } from './clock.ts';
import type { Collector } from './collector.ts';

/** Names of RDF's own scaffolding (ISO 16684-1, 7), which say nothing about the document. */
const SCAFFOLD = new Set(['xmpmeta', 'RDF', 'Description', 'li', 'Seq', 'Bag', 'Alt', 'xapmeta']);
/** Packets of real documents are below 1 MB, most of that a thumbnail in base64. */
const MOST_PACKET = 8 * 2 ** 20;
/** Attack: elements nested a million deep, whose path is kept. */
const MOST_DEPTH = 64;

/** Properties that are told under the common vocabulary (docs/document-metadata.md), by their last name. */
const FIELDS: Readonly<Record<string, string>> = {
  creator: 'author',
  Author: 'author',
  title: 'title',
  description: 'description',
  subject: 'keywords',
  Keywords: 'keywords',
  rights: 'rights',
  copyright: 'rights',
  CreatorTool: 'application',
  // In the namespace of PDF, as in its Info dictionary, the creator is a program.
  Creator: 'application',
  Title: 'title',
  CreationDate: 'created',
  ModDate: 'modified',
  Software: 'application',
  softwareAgent: 'application',
  Producer: 'producer',
  CreateDate: 'created',
  DateCreated: 'created',
  date: 'created',
  ModifyDate: 'modified',
  MetadataDate: 'metadata-modified',
  when: 'history-time',
  action: 'history-action',
  changed: 'history-changed',
  DocumentID: 'document-id',
  InstanceID: 'instance-id',
  documentID: 'document-id',
  instanceID: 'instance-id',
  OriginalDocumentID: 'original-document-id',
  DerivedFrom: 'derived-from',
  SerialNumber: 'camera-serial',
  BodySerialNumber: 'camera-serial',
  LensSerialNumber: 'lens-serial',
  Make: 'camera-make',
  Model: 'camera-model',
  GPSLatitude: 'gps-latitude',
  GPSLongitude: 'gps-longitude',
  OwnerName: 'owner',
  language: 'language',
  Credit: 'credit',
  Source: 'source',
  Category: 'category',
  City: 'city',
  Country: 'country',
  Headline: 'title',
  Lens: 'lens',
  Rating: 'rating',
  CreatorContactInfo: 'contact',
  Trapped: 'trapped',
  PDFVersion: 'pdf-version',
  part: 'pdf-a-part',
  conformance: 'pdf-a-conformance',
};

/** Everything an XMP packet says that has a name here. `place` tells where the packet lies. */
export function collectXmp(packet: Uint8Array, place: string, out: Collector): void {
  const path: string[] = [];
  for (const token of xmlTokens(decodeMarkup(packet.subarray(0, MOST_PACKET)))) {
    if (token.type === 'close') path.pop();
    else if (token.type === 'open') {
      if (path.length < MOST_DEPTH)
        for (const [name, value] of attributesOf(token.attributes))
          property([...path, token.name, name], value, place, out);
      if (!token.empty) path.push(token.name);
    } else if (token.text.trim() !== '') property(path, token.text.trim(), place, out);
  }
}

const ATTRIBUTE = /([\w-]{1,60}):([\w-]{1,60})\s{0,4}=\s{0,4}(?:"([^"]{0,10000})"|'([^']{0,10000})')/g;

function* attributesOf(source: string): Generator<readonly [string, string]> {
  for (const [, prefix, name = '', double, single] of source.matchAll(ATTRIBUTE)) {
    if (prefix !== 'xmlns' && prefix !== 'rdf' && prefix !== 'xml') yield [name, double ?? single ?? ''];
  }
}

function property(path: readonly string[], value: string, place: string, out: Collector): void {
  const names = path.filter((name) => !SCAFFOLD.has(name));
  // SVG names people as `dc:creator / cc:Agent / dc:title`: the title is a person's.
  const last = names.at(-2) === 'Agent' ? names.at(-3) : names.at(-1);
  const field = FIELDS[last ?? ''];
  if (field === undefined) return;
  const where = `${place} ${names.slice(-3).join('/')}`;
  // DerivedFrom and History name other files, or earlier states of this one.
  const derived = names.includes('DerivedFrom') || names.includes('Ingredients');
  const own = derived ? `derived-from-${field}` : field;
  const moment = /date|when/i.test(names.at(-1) ?? '') ? isoMoment(value) : null;
  out.time(own, value, moment, where);
}
