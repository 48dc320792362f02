import { asBuffer } from '../binary/as-buffer.ts';
import { isCfb } from '../detect/cfb-type.ts';
import { collectNativeData } from '../ole/native-data.ts';
import type { Collector } from './collector.ts';

/** Objects of one text. Attack: a million empty ones, each searched for its end. */
const MOST_OBJECTS = 500;
/** Characters between two digits of an object that are none. Attack: an object without end. */
const LONGEST_GAP = 4_096;

/**
 * The objects in a rich text: each is the stream of an OLE 1 object in hexadecimal digits ([MS-OLEDS] 2.2, RTF 1.9.1
 * `\\objdata`), in which lies a compound file, a package, or the file of its server.
 */
export function collectRtfObjects(bytes: Uint8Array, out: Collector): void {
  const rtf = asBuffer(bytes);
  let at = rtf.indexOf('\\objdata', 0, 'latin1');
  for (let count = 0; at >= 0 && count < MOST_OBJECTS; count++) {
    const { data, end } = hexadecimal(rtf, at + 8);
    collectObject(data, out);
    at = rtf.indexOf('\\objdata', end, 'latin1');
  }
}

/** ObjectHeader and EmbeddedObject, [MS-OLEDS] 2.2.4 and 2.2.5. */
function collectObject(data: Buffer, out: Collector): void {
  if (data.length < 16 || data.readUInt32LE(4) !== EMBEDDED) return;
  const server = prefixed(data, 8);
  const topic = prefixed(data, server.next);
  const item = prefixed(data, topic.next);
  if (item.next + 4 > data.length) return;
  const native = data.subarray(item.next + 4, item.next + 4 + data.readUInt32LE(item.next));
  if (isCfb(native)) out.embed(`${server.text.replaceAll(/[^\w.-]/g, '') || 'object'}.ole`, native);
  else collectNativeData(native, 'RTF \\objdata', out);
}

const EMBEDDED = 2;

function prefixed(data: Buffer, at: number): { readonly text: string; readonly next: number } {
  if (at + 4 > data.length) return { text: '', next: data.length };
  const length = data.readUInt32LE(at);
  const text = data.toString('latin1', at + 4, Math.min(data.length, at + 4 + length, at + 4 + 100));
  return { text: text.replaceAll('\0', ''), next: at + 4 + length };
}

/** The digits up to the end of the group, two a byte; what stands between them is passed over, as Word does. */
export function hexadecimal(rtf: Buffer, from: number): { readonly data: Buffer; readonly end: number } {
  const end = endOfDigits(rtf, from);
  const data = Buffer.allocUnsafe((end - from) >> 1);
  let length = 0;
  let high = -1;
  for (let at = from; at < end; at++) {
    const digit = DIGITS[rtf[at] ?? 0] ?? -1;
    if (digit < 0) at = afterWord(rtf, at);
    else if (high < 0) high = digit;
    else {
      data[length++] = (high << 4) | digit;
      high = -1;
    }
  }
  return { data: data.subarray(0, length), end };
}

/** The closing brace of the group. Line ends, spaces, and the control words and groups with which exploits hide, stand in it. */
function endOfDigits(rtf: Buffer, from: number): number {
  let gap = 0;
  let depth = 0;
  let at = from;
  for (; at < rtf.length && gap < LONGEST_GAP; at++) {
    const byte = rtf[at] ?? 0;
    gap = (DIGITS[byte] ?? -1) < 0 ? gap + 1 : 0;
    if (byte === 0x7b) depth++;
    else if (byte === 0x7d && depth-- === 0) break;
    else at = afterWord(rtf, at);
  }
  return Math.min(at, rtf.length);
}

/** The last byte of the control word that begins here, or the place itself. */
function afterWord(rtf: Buffer, at: number): number {
  let last = at;
  if (rtf[at] === 0x5c) while (isWord(rtf[last + 1] ?? 0)) last++;
  return last;
}

const DIGITS = new Int8Array(256).fill(-1);
for (const [value, digit] of [...'0123456789abcdef'].entries()) {
  DIGITS[digit.charCodeAt(0)] = value;
  DIGITS[digit.toUpperCase().charCodeAt(0)] = value;
}

function isWord(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x30 && byte <= 0x39) || byte === 0x2d || byte === 0x2a;
}
