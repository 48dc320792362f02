import { u8, u16, u32 } from '../binary/little-endian.ts';
import { ATTRIBUTE } from './attribute-ids.ts';

const KNOWN = new Set<number>(Object.values(ATTRIBUTE));
/** Level, id, type, length. */
const HEAD = 9;
/** Types of MS-OXTNEF 2.1.3.3: triples, string, text, date, short, long, byte, word, dword. */
const LARGEST_TYPE = 9;
/** Times the stream may be summed up in all. Attack: heads without end, each of an attribute that reaches to the end. */
const TIMES_SUMMED = 4;

/**
 * Where the next whole attribute begins at `from` or behind it, told by a known id and a checksum that holds; null when
 * there is none. One flipped bit in a length would otherwise cost all attachments behind it.
 */
export function nextAttribute(bytes: Uint8Array, from: number): number | null {
  let left = bytes.length * TIMES_SUMMED;
  for (let at = from; at + HEAD + 2 <= bytes.length; at++) {
    const level = u8(bytes, at);
    if (level !== 1 && level !== 2) continue;
    if (!KNOWN.has(u16(bytes, at + 1)) || u16(bytes, at + 3) > LARGEST_TYPE) continue;
    const start = at + HEAD;
    const end = start + u32(bytes, at + 5);
    if (end + 2 > bytes.length) continue;
    left -= end - start;
    if (left < 0) return null;
    if (u16(bytes, end) === sumOf(bytes, start, end)) return at;
  }
  return null;
}

/** The checksum of an attribute's data: the sum of its bytes (MS-OXTNEF 2.1.3.2). */
export function sumOf(bytes: Uint8Array, start: number, end: number): number {
  let sum = 0;
  for (let at = start; at < end; at++) sum = (sum + (bytes[at] ?? 0)) & 0xffff;
  return sum;
}
