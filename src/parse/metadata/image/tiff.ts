import { asBuffer } from '../../binary/as-buffer.ts';

/** Numbers of a TIFF structure in its own byte order; reading outside gives zero. */
export interface TiffReader {
  readonly size: number;
  /** Counts and places have 8 bytes (BigTIFF, LibTIFF's 43 in the place of 42). */
  readonly big: boolean;
  u16(at: number): number;
  u32(at: number): number;
  /** A place or a count: 4 bytes, 8 in a BigTIFF. */
  word(at: number): number;
  slice(at: number, length: number): Uint8Array;
}

/** One entry of an image file directory (TIFF 6.0, section 2). */
export interface IfdEntry {
  readonly bytes: Uint8Array;
  /** Where its bytes lie. */
  readonly at: number;
  /** For numeric types; rationals as quotients. */
  readonly numbers: readonly number[];
}

/** Bytes of a value, TIFF 6, section 2. */
const SIZES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8];
/** Entries of one directory; cameras write some dozens, with maker notes of their own. */
const MOST_ENTRIES = 2_000;
/** Numbers read of one entry. Attack: a count of millions at one place. */
const MOST_NUMBERS = 64;

/** A reader of the structure that begins here; null without its mark, `II` or `MM` (TIFF 6.0, section 2). */
export function tiffReader(source: Uint8Array): TiffReader | null {
  const bytes = asBuffer(source);
  const mark = bytes.toString('latin1', 0, 2);
  if (bytes.length < 8 || (mark !== 'II' && mark !== 'MM')) return null;
  const little = mark === 'II';
  const u16 = (at: number): number => {
    if (at < 0 || at + 2 > bytes.length) return 0;
    return little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at);
  };
  const u32 = (at: number): number => {
    if (at < 0 || at + 4 > bytes.length) return 0;
    return little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at);
  };
  const big = u16(2) === 43;
  return {
    size: bytes.length,
    big,
    u16,
    u32,
    word: (at) => (big ? u32(at + (little ? 0 : 4)) + u32(at + (little ? 4 : 0)) * 2 ** 32 : u32(at)),
    slice: (at, length) => bytes.subarray(Math.min(at, bytes.length), Math.min(bytes.length, at + length)),
  };
}

/** One directory: its entries by tag, and where the next one is. */
export function readIfd(
  tiff: TiffReader,
  at: number,
  mostNumbers = MOST_NUMBERS,
): { readonly entries: ReadonlyMap<number, IfdEntry>; readonly following: number } {
  const entries = new Map<number, IfdEntry>();
  const [head, size, width] = tiff.big ? [8, 20, 8] : [2, 12, 4];
  const count = at + head > tiff.size ? 0 : tiff.big ? tiff.word(at) : tiff.u16(at);
  for (let index = 0; index < Math.min(count, MOST_ENTRIES); index++) {
    const entry = at + head + index * size;
    if (entry + size > tiff.size) break;
    const type = tiff.u16(entry + 2);
    const values = tiff.word(entry + 4);
    const length = (SIZES[type] ?? 0) * values;
    const inside = entry + 4 + width;
    const place = length <= width ? inside : tiff.word(inside);
    if (length === 0 || place + length > tiff.size) continue;
    const bytes = tiff.slice(place, length);
    entries.set(tiff.u16(entry), {
      bytes,
      at: place,
      numbers: numbersOf(tiff, type, place, Math.min(values, mostNumbers)),
    });
  }
  return { entries, following: tiff.word(at + head + count * size) };
}

function numbersOf(tiff: TiffReader, type: number, at: number, count: number): number[] {
  if (type === 3) return Array.from({ length: count }, (_, index) => tiff.u16(at + index * 2));
  if (type === 4 || type === 13) return Array.from({ length: count }, (_, index) => tiff.u32(at + index * 4));
  if (type === 16 || type === 18)
    return Array.from({ length: count }, (_, index) => tiff.word(at + index * 8));
  if (type === 5)
    return Array.from(
      { length: count },
      (_, index) => tiff.u32(at + index * 8) / tiff.u32(at + index * 8 + 4),
    );
  return [];
}
