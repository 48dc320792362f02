import { MOST_VALUES, PdfLexer } from './lexer.ts';
import { integerOf, isDictionary, isReference, type PdfDictionary, type PdfValue } from './value.ts';

/** An indirect object where it stands. */
export interface PdfObject {
  readonly number: number;
  readonly generation: number;
  /** Byte of the file where it begins; for one in an object stream, where that stream begins. */
  readonly offset: number;
  /** Number of the object stream it lies in, or null. */
  readonly container: number | null;
  value: PdfValue;
  /** The raw bytes of a stream, or null. */
  readonly stream: Buffer | null;
}

/** Attack: a file of nothing but `1 0 obj`. The largest real drawings have some hundred thousand. */
const MOST_OBJECTS = 1_000_000;

/**
 * Every indirect object of the file in file order, found by its own `n g obj` and not by the cross-reference
 * tables: damaged files read like whole ones, what an update replaced stays visible, and no pointer of the
 * file is followed. Bytes inside of streams are passed over, so a PDF inside a PDF is not mixed up with it.
 */
export function scanObjects(bytes: Buffer): PdfObject[] {
  const markers = findMarkers(bytes);
  const offsets = new Map(markers.map((marker) => [marker.number, marker.body]));
  const out: PdfObject[] = [];
  const budget = { left: MOST_VALUES };
  let passed = 0;
  let overlap = bytes.length + OVERLAP;
  for (const { number, generation, offset, body } of markers) {
    if (offset < passed) continue;
    const lexer = new PdfLexer(bytes, body, budget);
    const value = lexer.value();
    const range = isDictionary(value) ? streamRange(bytes, lexer, value, offsets) : null;
    const stream = range === null ? null : bytes.subarray(range.start, range.end);
    overlap -= lexer.at - body;
    passed = range !== null ? range.end : overlap > 0 ? body : lexer.at;
    out.push({ number, generation, offset, container: null, value, stream });
  }
  return out;
}

/**
 * An object that is never closed runs into those behind it, which are then read again for themselves. Attack:
 * a file of nothing but `1 0 obj (`, each of which reads to the end. Past one more reading of the whole file
 * and this, nothing is read twice.
 */
const OVERLAP = 2 ** 20;

/** Trailer dictionaries in file order, 7.5.5; those of cross-reference streams are objects like others. */
export function scanTrailers(bytes: Buffer): { readonly offset: number; readonly value: PdfDictionary }[] {
  const out: { offset: number; value: PdfDictionary }[] = [];
  for (let at = bytes.indexOf('trailer'); at >= 0 && out.length < MOST_TRAILERS; ) {
    const value = new PdfLexer(bytes.subarray(at + 7, at + 7 + LONGEST_TRAILER)).value();
    if (isDictionary(value)) out.push({ offset: at, value });
    at = bytes.indexOf('trailer', at + 7);
  }
  return out;
}

/** Bytes of one trailer. Attack: thousands that are never closed, each read to the end of the file. */
const LONGEST_TRAILER = 16 * 1024;
/** One per revision. Attack: a file of nothing but trailers. */
const MOST_TRAILERS = 1_000;

interface Marker {
  readonly number: number;
  readonly generation: number;
  readonly offset: number;
  /** Where the object itself begins. */
  readonly body: number;
}

function findMarkers(bytes: Buffer): Marker[] {
  const out: Marker[] = [];
  for (
    let at = bytes.indexOf('obj');
    at >= 0 && out.length < MOST_OBJECTS;
    at = bytes.indexOf('obj', at + 3)
  ) {
    // "endobj" is every other hit.
    if (bytes[at - 1] === 0x64) continue;
    const match = /(\d{1,10})[\0\t\n\f\r ]{1,8}(\d{1,5})[\0\t\n\f\r ]{0,8}$/.exec(
      bytes.toString('latin1', Math.max(0, at - 32), at),
    );
    if (match === null) continue;
    out.push({
      number: Number(match[1]),
      generation: Number(match[2]),
      offset: at - match[0].length,
      body: at + 3,
    });
  }
  return out;
}

/** The bytes between `stream` and `endstream`, 7.3.8, by /Length where it is true and by search where not. */
function streamRange(
  bytes: Buffer,
  lexer: PdfLexer,
  dictionary: PdfDictionary,
  offsets: ReadonlyMap<number, number>,
): { readonly start: number; readonly end: number } | null {
  lexer.skipSpace();
  if (bytes.toString('latin1', lexer.at, lexer.at + 6) !== 'stream') return null;
  let start = lexer.at + 6;
  if (bytes[start] === 13) start++;
  if (bytes[start] === 10) start++;
  const length = lengthOf(bytes, dictionary, offsets);
  if (length !== null && start + length <= bytes.length) {
    const end = start + length;
    const after = bytes.toString('latin1', end, end + 12);
    if (/^[\0\t\n\f\r ]{0,3}endstream/.test(after)) return { start, end };
  }
  const found = bytes.indexOf('endstream', start);
  if (found < 0) return { start, end: bytes.length };
  const end = bytes[found - 1] === 10 && bytes[found - 2] === 13 ? found - 2 : found - 1;
  return { start, end: Math.max(start, isEndOfLine(bytes[found - 1]) ? end : found) };
}

function lengthOf(
  bytes: Buffer,
  dictionary: PdfDictionary,
  offsets: ReadonlyMap<number, number>,
): number | null {
  const length = dictionary.get('Length');
  if (!isReference(length)) return integerOf(length);
  const body = offsets.get(length.number);
  return body === undefined ? null : integerOf(new PdfLexer(bytes, body).value());
}

function isEndOfLine(byte: number | undefined): boolean {
  return byte === 10 || byte === 13;
}
