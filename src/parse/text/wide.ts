/** UTF-16, as Windows programs write text that is saved anew. */
import { readsAsScript } from './script-share.ts';

/**
 * By byte order mark, because nearly every second byte is zero, or because the letters of one script stand in one of
 * the two orders; null for anything else.
 */
export function utf16Order(bytes: Uint8Array): 'le' | 'be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'be';
  const pairs = Math.min(bytes.length, 512) >> 1;
  if (pairs < 4) return null;
  let [even, odd] = [0, 0];
  for (let i = 0; i < pairs; i++) {
    if (bytes[2 * i] === 0) even++;
    if (bytes[2 * i + 1] === 0) odd++;
  }
  if (odd > pairs * 0.7 && even === 0) return 'le';
  if (even > pairs * 0.7 && odd === 0) return 'be';
  return mayBeOtherScript(bytes) ? orderOfScript(bytes.subarray(0, 2 * pairs)) : null;
}

/** One byte in so many at least is zero or a control character where Cyrillic or Chinese is in UTF-16. */
const SELDOM_CONTROL = 50;

/** Whether the bytes cannot be text of one byte a letter: then it is worth the while to look at them as pairs. */
function mayBeOtherScript(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, 512);
  let controls = 0;
  for (let i = 0; i < length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b)) controls++;
  }
  return controls * SELDOM_CONTROL > length;
}

function orderOfScript(bytes: Uint8Array): 'le' | 'be' | null {
  const copy = Buffer.from(bytes);
  if (readsAsScript(copy.toString('utf16le'))) return 'le';
  return readsAsScript(copy.swap16().toString('utf16le')) ? 'be' : null;
}

/** UTF-32 by its byte order mark, which begins as that of UTF-16 does; null for anything else. */
export function utf32Order(bytes: Uint8Array): 'le' | 'be' | null {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return 'le';
  return a === 0 && b === 0 && c === 0xfe && d === 0xff ? 'be' : null;
}

/** UTF-32 without its mark; what is no character becomes U+FFFD. */
export function textOfUtf32(bytes: Uint8Array, order: 'le' | 'be'): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const out: string[] = [];
  let points: number[] = [];
  for (let at = 4; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, order === 'le');
    points.push(code > 0x10ffff ? 0xfffd : code);
    if (points.length < TOGETHER && at + 8 <= bytes.length) continue;
    out.push(String.fromCodePoint(...points));
    points = [];
  }
  return out.join('').toWellFormed();
}

/** Characters made into one string at a time: one each would be millions, and arguments have a limit. */
const TOGETHER = 4096;

/** UTF-16 as UTF-8, without its mark. Where all is ASCII these are the bytes that a mail had before. */
export function utf8OfUtf16(bytes: Uint8Array, order: 'le' | 'be'): Buffer {
  const even = Buffer.from(bytes.subarray(0, bytes.length & ~1));
  const text = (order === 'be' ? even.swap16() : even).toString('utf16le');
  return Buffer.from(text.replace(/^\ufeff/, ''), 'utf8');
}
