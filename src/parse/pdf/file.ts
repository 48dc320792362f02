import type { Defect, Failure, Limits } from '../../model/index.ts';
import { asBuffer } from '../binary/as-buffer.ts';
import { type Decryption, openEncryption } from './encryption.ts';
import { decodeStream } from './filters.ts';
import { MOST_VALUES, PdfLexer } from './lexer.ts';
import { type PdfObject, scanObjects, scanTrailers } from './objects.ts';
import { integerOf, isDictionary, isReference, nameOf, type PdfDictionary, type PdfValue } from './value.ts';

/** The objects of a PDF file, decrypted where a password opens it. */
export interface PdfFile {
  readonly bytes: Buffer;
  /** In file order; an object that was replaced by an update comes before what replaced it. */
  readonly objects: readonly PdfObject[];
  /** All trailer entries, those of the last trailer on top. */
  readonly trailer: PdfDictionary;
  readonly trailers: readonly { readonly offset: number; readonly value: PdfDictionary }[];
  /** The password that opened it; null when it is not encrypted, or stays closed (then `failure`). */
  readonly password: string | null;
  readonly failure: Failure | null;
  readonly defects: readonly Defect[];
  /** The current object of a number, or undefined. */
  find(reference: PdfValue | undefined): PdfObject | undefined;
  /** Follows references to a direct value. */
  resolve(value: PdfValue | undefined): PdfValue;
  /** A stream with its filters undone, or null when it cannot be. */
  data(object: PdfObject): Buffer | null;
}

/** References to references. Attack: a chain or circle of them. */
const MOST_HOPS = 8;
/** Objects in object streams, 7.5.7. Attack: one stream of a million nulls, many times. */
const MOST_PACKED = 1_000_000;

/** Reads the structure of a PDF file. Never throws on bad input. */
export function openPdf(source: Uint8Array, passwords: readonly string[], limits: Limits): PdfFile {
  const bytes = asBuffer(source);
  const objects = scanObjects(bytes);
  const trailers = [...scanTrailers(bytes), ...crossReferenceStreams(objects)].sort(
    (a, b) => a.offset - b.offset,
  );
  const trailer: PdfDictionary = new Map();
  for (const { value } of trailers) for (const [key, own] of value) trailer.set(key, own);
  const defects: Defect[] = [];
  let latest = indexed(objects);
  const resolve = (value: PdfValue | undefined): PdfValue => {
    let own = value;
    for (let hop = 0; hop < MOST_HOPS && isReference(own); hop++) own = latest.get(own.number)?.value;
    return isReference(own) ? null : (own ?? null);
  };
  const opening = decryptionOf(trailer, resolve, passwords);
  const decryption = 'decryption' in opening ? opening.decryption : null;
  const data = streamReader(decryption, trailer, limits, defects);
  if (decryption !== null) decryptStrings(objects, decryption.string, trailer);
  // Of a file that stays closed no string is told: an author in cipher is not an author.
  else if ('failure' in opening) decryptStrings(objects, () => Buffer.alloc(0), trailer);
  const all = 'failure' in opening ? objects : withPacked(objects, data);
  latest = indexed(all);
  const root = resolve(trailer.get('Root'));
  if (!isDictionary(root)) adoptCatalog(all, trailer, defects);
  return {
    bytes,
    objects: all,
    trailer,
    trailers,
    password: decryption?.password ?? null,
    failure: 'failure' in opening ? opening.failure : null,
    defects,
    find: (reference) => (isReference(reference) ? latest.get(reference.number) : undefined),
    resolve,
    data,
  };
}

function indexed(objects: readonly PdfObject[]): Map<number, PdfObject> {
  return new Map(objects.map((object) => [object.number, object]));
}

function crossReferenceStreams(objects: readonly PdfObject[]): { offset: number; value: PdfDictionary }[] {
  return objects.flatMap(({ offset, value }) =>
    isDictionary(value) && nameOf(value.get('Type')) === 'XRef' ? [{ offset, value }] : [],
  );
}

/** A file that lost its trailer still has its catalog. */
function adoptCatalog(objects: readonly PdfObject[], trailer: PdfDictionary, defects: Defect[]): void {
  defects.push({ code: 'pdf-trailer-missing' });
  for (const { number, generation, value } of objects) {
    if (isDictionary(value) && nameOf(value.get('Type')) === 'Catalog')
      trailer.set('Root', { number, generation });
  }
}

type Decrypting = { readonly decryption: Decryption | null } | { readonly failure: Failure };

function decryptionOf(
  trailer: PdfDictionary,
  resolve: (value: PdfValue | undefined) => PdfValue,
  passwords: readonly string[],
): Decrypting {
  const found = resolve(trailer.get('Encrypt'));
  if (!isDictionary(found)) return { decryption: null };
  const encrypt: PdfDictionary = new Map([...found].map(([key, value]) => [key, resolve(value)]));
  const ids = resolve(trailer.get('ID'));
  const id = Array.isArray(ids) && Buffer.isBuffer(ids[0]) ? ids[0] : Buffer.alloc(0);
  const opening = openEncryption(encrypt, id, passwords);
  if (opening.type === 'open') return opening;
  if (opening.type === 'only-files') return { decryption: null };
  const tried =
    passwords.length === 0 ? 'no password was given' : `${passwords.length} passwords did not open it`;
  const detail =
    opening.type === 'closed'
      ? `A PDF with a password; ${tried}.`
      : `An encrypted PDF that has no reader here: ${opening.detail}`;
  return { failure: { code: 'encrypted', detail } };
}

function streamReader(
  decryption: Decryption | null,
  trailer: PdfDictionary,
  limits: Limits,
  defects: Defect[],
): (object: PdfObject) => Buffer | null {
  let budget = limits.containerBytes;
  const encrypt = trailer.get('Encrypt');
  const clearMetadata = isDictionary(encrypt) && encrypt.get('EncryptMetadata') === false;
  return (object) => {
    const { value, stream, number, generation } = object;
    if (stream === null || !isDictionary(value)) return null;
    const kind = nameOf(value.get('Type'));
    const clear = decryption === null || kind === 'XRef' || (kind === 'Metadata' && clearMetadata);
    const use = kind === 'EmbeddedFile' ? 'file' : 'stream';
    const raw = clear ? stream : decryption[use](stream, number, generation);
    const most = Math.min(
      budget,
      limits.itemBytes,
      Math.max(limits.ratioFloor, stream.length * limits.ratio),
    );
    const decoded = decodeStream(value, raw, most);
    if (decoded.ok) {
      budget -= decoded.bytes.length;
      return decoded.bytes;
    }
    if (defects.length < MOST_DEFECTS)
      defects.push({ code: `pdf-stream-${decoded.why}`, detail: `Object ${number}: ${decoded.detail}` });
    return null;
  };
}

/** Attack: a file of a million broken objects, each told. */
const MOST_DEFECTS = 100;

function decryptStrings(
  objects: readonly PdfObject[],
  decrypt: Decryption['string'],
  trailer: PdfDictionary,
): void {
  const encrypt = trailer.get('Encrypt');
  const own = isReference(encrypt) ? encrypt.number : -1;
  for (const object of objects) {
    if (object.number === own) continue;
    if (isDictionary(object.value) && nameOf(object.value.get('Type')) === 'XRef') continue;
    object.value = mapStrings(object.value, (bytes) => decrypt(bytes, object.number, object.generation));
  }
}

/** The lexer bounds the depth. */
function mapStrings(value: PdfValue, change: (bytes: Buffer) => Buffer): PdfValue {
  if (Buffer.isBuffer(value)) return change(value);
  if (Array.isArray(value)) return value.map((each) => mapStrings(each, change));
  if (isDictionary(value)) return new Map([...value].map(([key, each]) => [key, mapStrings(each, change)]));
  return value;
}

/** Objects of object streams, put right behind the stream that holds them. */
function withPacked(
  objects: readonly PdfObject[],
  data: (object: PdfObject) => Buffer | null,
): readonly PdfObject[] {
  const out: PdfObject[] = [];
  let packed = 0;
  for (const object of objects) {
    out.push(object);
    if (!isDictionary(object.value) || nameOf(object.value.get('Type')) !== 'ObjStm') continue;
    if (packed >= MOST_PACKED) continue;
    const inside = unpacked(object, object.value, data(object));
    packed += inside.length;
    for (const each of inside) out.push(each);
  }
  return out;
}

function unpacked(holder: PdfObject, dictionary: PdfDictionary, bytes: Buffer | null): PdfObject[] {
  if (bytes === null) return [];
  const first = integerOf(dictionary.get('First')) ?? 0;
  const head = new PdfLexer(bytes.subarray(0, Math.max(0, first)));
  const count = Math.min(integerOf(dictionary.get('N')) ?? 0, first, MOST_PACKED);
  const out: PdfObject[] = [];
  const budget = { left: MOST_VALUES };
  for (let index = 0; index < count && head.at < head.bytes.length; index++) {
    const number = integerOf(head.value());
    const at = integerOf(head.value());
    if (number === null || at === null || at < 0 || first + at >= bytes.length) continue;
    const value = new PdfLexer(bytes, first + at, budget).value();
    out.push({ number, generation: 0, offset: holder.offset, container: holder.number, value, stream: null });
  }
  return out;
}
