import { pdfMoment } from '../metadata/clock.ts';
import type { Collector } from '../metadata/collector.ts';
import { collectXmp } from '../metadata/xmp.ts';
import type { PdfFile } from './file.ts';
import type { PdfObject } from './objects.ts';
import { pdfRevisions } from './revisions.ts';
import { textString } from './text-string.ts';
import { isDictionary, isReference, nameOf, type PdfDictionary, type PdfValue } from './value.ts';

/** Entries of the document information dictionary, ISO 32000-2, 14.3.3, table 349. */
const INFO: Readonly<Record<string, string>> = {
  Title: 'title',
  Author: 'author',
  Subject: 'description',
  Keywords: 'keywords',
  Creator: 'application',
  Producer: 'producer',
  CreationDate: 'created',
  ModDate: 'modified',
  Company: 'company',
  SourceModified: 'source-modified',
  Manager: 'manager',
};

/** What a PDF says about itself: Info in every revision, XMP, /ID, updates, annotations, signatures, fonts. */
export function collectPdfMetadata(file: PdfFile, out: Collector): void {
  const version = /^%PDF-(\d\.\d)/.exec(file.bytes.toString('latin1', 0, 16))?.[1];
  out.field('pdf-version', version, 'header');
  collectInfo(file, out);
  collectPackets(file, out);
  collectIds(file, out);
  const revisions = pdfRevisions(file.bytes);
  if (revisions.length > 1) {
    const ends = revisions.map(({ end }) => end).join(', ');
    out.field('revisions', String(revisions.length), `%%EOF before bytes ${ends}`);
  }
  const catalog = file.resolve(file.trailer.get('Root'));
  if (isDictionary(catalog)) out.field('language', textOf(file, catalog.get('Lang')), 'Catalog /Lang');
  for (const object of file.objects)
    if (isDictionary(object.value)) collectObject(file, object, object.value, out);
}

/** Older states of the dictionary are told too: an update that rewrites the author leaves the old one behind. */
function collectInfo(file: PdfFile, out: Collector): void {
  const reference = file.trailer.get('Info');
  const current = file.find(reference);
  if (isDictionary(reference)) collectInfoEntries(file, reference, 'Info', out);
  const numbers = new Set(
    file.trailers.flatMap(({ value }) => {
      const info = value.get('Info');
      return isReference(info) ? [info.number] : [];
    }),
  );
  for (const object of file.objects) {
    if (!numbers.has(object.number) || !isDictionary(object.value)) continue;
    const place = object === current ? placeOf(object) : `earlier ${placeOf(object)}`;
    collectInfoEntries(file, object.value, `Info, ${place}`, out);
  }
}

function collectInfoEntries(file: PdfFile, info: PdfDictionary, place: string, out: Collector): void {
  for (const [key, value] of info) {
    const field = INFO[key] ?? `info-${key.slice(0, 60)}`;
    const text = textOf(file, value);
    const where = `${place} /${key.slice(0, 60)}`;
    out.time(field, text, /Date$|Modified$/.test(key) ? pdfMoment(text) : null, where);
  }
}

function collectPackets(file: PdfFile, out: Collector): void {
  const catalog = file.resolve(file.trailer.get('Root'));
  const main = isDictionary(catalog) ? file.find(catalog.get('Metadata')) : undefined;
  for (const object of file.objects) {
    const { value } = object;
    if (!isDictionary(value) || object.stream === null) continue;
    if (object !== main && nameOf(value.get('Type')) !== 'Metadata') continue;
    const packet = file.data(object);
    const of = object === main ? 'XMP' : object.number === main?.number ? 'earlier XMP' : 'XMP of a part';
    if (packet !== null) collectXmp(packet, `${of}, ${placeOf(object)}`, out);
  }
}

/** The pair (14.4): the first is of the first save, the second of the last. */
function collectIds(file: PdfFile, out: Collector): void {
  const ids = file.resolve(file.trailer.get('ID'));
  if (!Array.isArray(ids)) return;
  const [first, last] = ids.map((id) => (Buffer.isBuffer(id) ? id.toString('hex') : ''));
  out.field('document-id', first, 'trailer /ID first');
  out.field('instance-id', last, 'trailer /ID second');
}

function collectObject(file: PdfFile, object: PdfObject, value: PdfDictionary, out: Collector): void {
  const type = nameOf(value.get('Type'));
  const place = placeOf(object);
  if (type === 'Font') out.field('font', nameOf(value.get('BaseFont')), `Font, ${place}`);
  else if (type === 'Sig' || value.has('ByteRange')) collectSignature(file, value, place, out);
  else if (isAnnotation(value)) collectAnnotation(file, value, place, out);
  else if (value.has('PieceInfo')) {
    const moment = textOf(file, value.get('LastModified'));
    out.time('modified', moment, pdfMoment(moment), `PieceInfo of ${place} /LastModified`);
  }
}

function isAnnotation(value: PdfDictionary): boolean {
  return (
    value.has('Subtype') &&
    value.has('Rect') &&
    (value.has('T') || value.has('M') || value.has('CreationDate'))
  );
}

/** 12.5.6.2: who wrote a note, and when. Form fields use /T for the name of the field. */
function collectAnnotation(file: PdfFile, value: PdfDictionary, place: string, out: Collector): void {
  const kind = nameOf(value.get('Subtype'));
  const where = `${kind || 'Annotation'} annotation, ${place}`;
  if (kind !== 'Widget') out.field('comment-author', textOf(file, value.get('T')), `${where} /T`);
  for (const key of ['CreationDate', 'M']) {
    const written = textOf(file, value.get(key));
    out.time('comment-time', written, pdfMoment(written), `${where} /${key}`);
  }
}

/** 12.8.1: who signed, and which bytes the signature covers. */
function collectSignature(file: PdfFile, value: PdfDictionary, place: string, out: Collector): void {
  const where = `Signature, ${place}`;
  out.field('signer', textOf(file, value.get('Name')), `${where} /Name`);
  const written = textOf(file, value.get('M'));
  out.time('signed', written, pdfMoment(written), `${where} /M`);
  out.field('signature-reason', textOf(file, value.get('Reason')), `${where} /Reason`);
  out.field('signature-place', textOf(file, value.get('Location')), `${where} /Location`);
  const range = file.resolve(value.get('ByteRange'));
  if (!Array.isArray(range) || range.length !== 4) return;
  const covered = range.map((each) => (typeof each === 'number' ? each : Number.NaN));
  out.field('signature-covers', covered.join(' '), `${where} /ByteRange`);
  const end = (covered[2] ?? 0) + (covered[3] ?? 0);
  if (end < file.bytes.length)
    out.finding(
      'pdf-changed-after-signing',
      `The signature at ${place} covers ${end} of ${file.bytes.length} bytes.`,
    );
}

/** A value as text, whatever it is; empty for what has none. */
export function textOf(file: PdfFile, value: PdfValue | undefined): string {
  const own = file.resolve(value);
  if (Buffer.isBuffer(own)) return textString(own);
  if (typeof own === 'number' || typeof own === 'boolean') return String(own);
  return nameOf(own);
}

/** Where an object lies, as reports tell it. */
export function placeOf(object: PdfObject): string {
  const inside = object.container === null ? '' : ` in stream ${object.container}`;
  return `object ${object.number}${inside} at byte ${object.offset}`;
}
