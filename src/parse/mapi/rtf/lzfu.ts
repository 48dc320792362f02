import { crc32 } from 'node:zlib';
import { fail } from '../../binary/fail.ts';
import { slice, u8, u16, u32 } from '../../binary/little-endian.ts';

/** The dictionary both sides start with, MS-OXRTFCP 2.1.2.1. */
const DICTIONARY = Buffer.from(
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor ' +
    'MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20' +
    '\\b\\i\\u\\tab\\tx',
  'latin1',
);
const COMPRESSED = 0x75465a4c; // "LZFu"
const UNCOMPRESSED = 0x414c454d; // "MELA"
const HEADER_BYTES = 16;
/** A reference of two bytes gives at most 17: the format cannot be a bomb, but its header may claim to be one. */
const MOST_PER_BYTE = 9;

/** RTF as far as it could be decompressed. */
export interface DecompressedRtf {
  readonly bytes: Uint8Array;
  /** Stable codes of rules broken: `rtf-checksum`, `rtf-size`. */
  readonly defects: readonly string[];
}

/** Decompresses the RTF of a MAPI message (MS-OXRTFCP). Throws `malformed` when it is no such thing. */
export function decompressRtf(stored: Uint8Array, limit: number): DecompressedRtf {
  const rawBytes = u32(stored, 4);
  const type = u32(stored, 8);
  if (rawBytes > limit) fail('too-large', `An RTF body of ${rawBytes} bytes is above the limit.`);
  if (type === UNCOMPRESSED)
    return {
      bytes: slice(stored, HEADER_BYTES, Math.min(rawBytes, stored.length - HEADER_BYTES)),
      defects: [],
    };
  if (type !== COMPRESSED) fail('malformed', 'An RTF body is neither LZFu nor MELA.');
  const input = stored.subarray(HEADER_BYTES, Math.min(stored.length, u32(stored, 0) + 4));
  const bytes = expand(input, Math.min(rawBytes, input.length * MOST_PER_BYTE));
  const defects: string[] = [];
  if (~crc32(input, 0xffffffff) >>> 0 !== u32(stored, 12)) defects.push('rtf-checksum');
  if (bytes.length !== rawBytes) defects.push('rtf-size');
  return { bytes, defects };
}

/** Eight tokens a control byte, lowest bit first: a literal, or 12 bits of offset and 4 of length in a ring of 4 KiB. */
function expand(input: Uint8Array, capacity: number): Uint8Array {
  const out = new Uint8Array(capacity);
  const ring = new Uint8Array(4096);
  ring.set(DICTIONARY);
  let write = DICTIONARY.length;
  let at = 0;
  let size = 0;
  while (at < input.length && size < capacity) {
    const control = u8(input, at++);
    for (let bit = 0; bit < 8 && at < input.length && size < capacity; bit++) {
      if ((control & (1 << bit)) === 0) {
        const byte = u8(input, at++);
        out[size++] = byte;
        ring[write] = byte;
        write = (write + 1) & 4095;
        continue;
      }
      if (at + 1 >= input.length) return out.subarray(0, size);
      const token = u16(input, at);
      const reference = ((token & 0xff) << 8) | (token >> 8);
      at += 2;
      let read = reference >> 4;
      if (read === write) return out.subarray(0, size); // the end mark
      for (let left = (reference & 15) + 2; left > 0 && size < capacity; left--) {
        const byte = ring[read] ?? 0;
        out[size++] = byte;
        ring[write] = byte;
        read = (read + 1) & 4095;
        write = (write + 1) & 4095;
      }
    }
  }
  return out.subarray(0, size);
}
