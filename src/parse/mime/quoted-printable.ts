/** Quoted-printable (RFC 2045 section 6.7), decoded leniently. */
import type { Defect } from '../../model/index.ts';
import type { DecodedBody } from './body.ts';

const SPACE = 0x20;
const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;
const EQUALS = 0x3d;

/** Defects of one part are counted, not listed without end: a hostile part could hold millions. */
const DEFECTS_LISTED = 10;

/** Decodes `raw`; `at` is its offset in the message. A bad escape stays as it is written. */
export function decodeQuotedPrintable(raw: Buffer, at: number): DecodedBody {
  const out = Buffer.allocUnsafe(raw.length);
  const defects: Defect[] = [];
  const size = raw.length;
  let length = 0;
  let kept = 0; // nothing before this may be cut as trailing white space
  for (let i = 0; i < size; i++) {
    const byte = raw[i] ?? 0;
    if (byte > EQUALS) {
      out[length++] = byte; // letters: most of any text, so they are asked for first
      continue;
    }
    if (byte !== EQUALS) {
      // Transports add white space at the end of lines; the rule says to delete it.
      if (byte === LF || byte === CR) {
        while (length > kept && isBlank(out[length - 1])) length--;
        kept = length + 1;
      }
      out[length++] = byte;
      continue;
    }
    const high = HEX[raw[i + 1] ?? 0] ?? -1;
    const low = HEX[raw[i + 2] ?? 0] ?? -1;
    if (high >= 0 && low >= 0) {
      out[length++] = high * 16 + low;
      kept = length;
      i += 2;
      continue;
    }
    const soft = softBreakEnd(raw, i + 1);
    if (soft > 0) {
      kept = length;
      i = soft - 1;
      continue;
    }
    if (defects.length < DEFECTS_LISTED) {
      defects.push({ code: 'qp-bad-escape', at: { start: at + i, end: Math.min(at + i + 3, at + size) } });
    }
    out[length++] = EQUALS;
    kept = length;
  }
  return { bytes: out.subarray(0, length), defects };
}

function isBlank(byte: number | undefined): boolean {
  return byte === SPACE || byte === TAB;
}

/** Offset after `=`, white space and a line end (or the end of the data), 0 when there is none. */
function softBreakEnd(raw: Buffer, from: number): number {
  let i = from;
  while (isBlank(raw[i])) i++;
  if (i >= raw.length) return i;
  if (raw[i] === CR) return raw[i + 1] === LF ? i + 2 : i + 1;
  return raw[i] === LF ? i + 1 : 0;
}

/** Value of a hexadecimal digit, in either case, by its code; -1 for all others. */
const HEX: Int8Array = hexTable();

function hexTable(): Int8Array {
  const table = new Int8Array(256).fill(-1);
  for (let value = 0; value < 16; value++) {
    const digit = value.toString(16);
    table[digit.charCodeAt(0)] = value;
    table[digit.toUpperCase().charCodeAt(0)] = value;
  }
  return table;
}
