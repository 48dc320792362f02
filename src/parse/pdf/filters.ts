import { constants, inflateRawSync, inflateSync } from 'node:zlib';
import type { PdfName } from './value.ts';
import { integerOf, isDictionary, nameOf, type PdfDictionary, type PdfValue } from './value.ts';

/** Filters after each other. Attack: a hundred layers of Flate, each a bomb. */
const MOST_FILTERS = 6;

/** A stream without its filters, or why it has to stay as it is. */
export type Decoded =
  | { readonly ok: true; readonly bytes: Buffer }
  | { readonly ok: false; readonly why: 'bomb' | 'unsupported'; readonly detail: string };

/** The bytes of a stream with its filters undone (ISO 32000-2, 7.4), never more than `most`; damage ends it early. */
export function decodeStream(dictionary: PdfDictionary, raw: Buffer, most: number): Decoded {
  const filters = listOf(dictionary.get('Filter') ?? dictionary.get('F'));
  const parameters = listOf(dictionary.get('DecodeParms') ?? dictionary.get('DP'));
  if (filters.length > MOST_FILTERS) return { ok: false, why: 'unsupported', detail: 'Too many filters.' };
  let bytes = raw;
  for (const [index, filter] of filters.entries()) {
    const name = nameOf(filter);
    const decoder = DECODERS[name];
    if (decoder === undefined) {
      if (name === 'Crypt') continue;
      return { ok: false, why: 'unsupported', detail: `Filter ${name.slice(0, 40)}.` };
    }
    const decoded = decoder(bytes, most);
    if (decoded === null) return { ok: false, why: 'bomb', detail: `A stream expands beyond ${most} bytes.` };
    const own = parameters[index];
    bytes = isDictionary(own) ? unpredicted(decoded, own) : decoded;
  }
  return { ok: true, bytes };
}

const DECODERS: Readonly<Record<string, (bytes: Buffer, most: number) => Buffer | null>> = {
  FlateDecode: inflated,
  Fl: inflated,
  ASCIIHexDecode: hexadecimal,
  AHx: hexadecimal,
  ASCII85Decode: ascii85,
  A85: ascii85,
  // What is behind it is a whole JPEG file, and as such of use.
  DCTDecode: unchanged,
  DCT: unchanged,
};

function unchanged(bytes: Buffer): Buffer {
  return bytes;
}

function hexadecimal(bytes: Buffer): Buffer {
  const end = bytes.indexOf(0x3e);
  const digits = bytes.toString('latin1', 0, end < 0 ? bytes.length : end).replace(/[^0-9a-fA-F]/g, '');
  return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex');
}

function inflated(bytes: Buffer, most: number): Buffer | null {
  const options = { maxOutputLength: Math.max(1, most), finishFlush: constants.Z_SYNC_FLUSH };
  // A damaged two-byte header is common where a file was edited by hand.
  for (const inflate of [
    () => inflateSync(bytes, options),
    () => inflateRawSync(bytes.subarray(2), options),
  ]) {
    try {
      return inflate();
    } catch (error) {
      if (error instanceof RangeError) return null;
    }
  }
  return Buffer.alloc(0);
}

function ascii85(bytes: Buffer): Buffer {
  const out: number[] = [];
  let group = 0;
  let count = 0;
  for (const byte of bytes) {
    if (byte === 0x7e) break;
    if (byte === 0x7a && count === 0) out.push(0, 0, 0, 0);
    if (byte < 0x21 || byte > 0x75) continue;
    group = group * 85 + (byte - 0x21);
    if (++count < 5) continue;
    for (let shift = 24; shift >= 0; shift -= 8) out.push(Math.floor(group / 2 ** shift) & 0xff);
    group = count = 0;
  }
  if (count > 1) {
    for (let pad = count; pad < 5; pad++) group = group * 85 + 84;
    for (let i = 0; i < count - 1; i++) out.push(Math.floor(group / 2 ** (24 - 8 * i)) & 0xff);
  }
  return Buffer.from(out);
}

/** PNG predictors, 7.4.4.4: cross-reference and object streams of some writers have them. */
function unpredicted(bytes: Buffer, parameters: PdfDictionary): Buffer {
  if ((integerOf(parameters.get('Predictor')) ?? 1) < 10) return bytes;
  const colors = bounded(parameters.get('Colors'), 1, 32);
  const bits = bounded(parameters.get('BitsPerComponent'), 8, 16);
  const columns = bounded(parameters.get('Columns'), 1, 1_000_000);
  const pixel = Math.max(1, (colors * bits) >> 3);
  const row = Math.ceil((colors * bits * columns) / 8);
  if (row > bytes.length) return bytes;
  const rows = Math.ceil(bytes.length / (row + 1));
  const out = Buffer.alloc(rows * row);
  for (let y = 0; y < rows; y++) unpredictRow(bytes, out, y, row, pixel);
  return out;
}

function unpredictRow(bytes: Buffer, out: Buffer, y: number, row: number, pixel: number): void {
  const kind = bytes[y * (row + 1)] ?? 0;
  for (let x = 0; x < row; x++) {
    const at = y * row + x;
    const left = x >= pixel ? (out[at - pixel] ?? 0) : 0;
    const up = y > 0 ? (out[at - row] ?? 0) : 0;
    const corner = y > 0 && x >= pixel ? (out[at - row - pixel] ?? 0) : 0;
    const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][kind] ?? 0;
    out[at] = ((bytes[y * (row + 1) + 1 + x] ?? 0) + guess) & 0xff;
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

function bounded(value: PdfValue | undefined, absent: number, most: number): number {
  return Math.min(most, Math.max(1, integerOf(value) ?? absent));
}

function listOf(value: PdfValue | undefined): readonly (PdfValue | PdfName)[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
