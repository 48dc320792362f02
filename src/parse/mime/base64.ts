/** Base64 as mail holds it (RFC 2045 section 6.8): lines, junk, text after the end, several in a row. */
import type { Defect } from '../../model/index.ts';
import type { DecodedBody } from './body.ts';

/** Decodes what is base64 in `raw`; `at` is its offset in the message, for the defects. */
export function decodeBase64(raw: Buffer, at: number): DecodedBody {
  return decodeClean(raw, at) ?? decodeLines(raw.toString('latin1'), at);
}

/**
 * What is base64 from end to end; null for all else. Straight from byte to byte, four characters at a time, where lines of one
 * length do not let Node do it: as one string that is searched for junk and then decoded it took three times the memory.
 */
function decodeClean(raw: Buffer, at: number): DecodedBody | null {
  const size = raw.length;
  const out = Buffer.allocUnsafe(Math.ceil(size / 4) * 3);
  let { read: i, written: length } = decodeEvenLines(raw, out);
  let bits = 0;
  let held = 0; // characters of a group that a line end has cut
  for (;;) {
    if (held === 0) {
      for (; i + 4 <= size; i += 4) {
        const a = VALUES[raw[i] as number] as number;
        const b = VALUES[raw[i + 1] as number] as number;
        const c = VALUES[raw[i + 2] as number] as number;
        const d = VALUES[raw[i + 3] as number] as number;
        const group = (a << 18) | (b << 12) | (c << 6) | d;
        if (group < 0) break; // a character of no value is negative, and so is what it is put into
        out[length] = group >> 16;
        out[length + 1] = group >> 8;
        out[length + 2] = group;
        length += 3;
      }
    }
    if (i >= size) break;
    const value = VALUES[raw[i] as number] as number;
    if (value === SPACE) i++;
    else if (value === PADDING) break;
    else if (value === JUNK) return null;
    else {
      bits = (bits << 6) | value;
      i++;
      if (++held < 4) continue;
      out[length] = bits >> 16;
      out[length + 1] = bits >> 8;
      out[length + 2] = bits;
      length += 3;
      held = 0;
      bits = 0;
    }
  }
  let padding = 0;
  for (; i < size; i++) {
    const value = VALUES[raw[i] as number];
    if (value === PADDING) padding++;
    else if (value !== SPACE) return null;
  }
  if (held >= 2) out[length++] = bits >> (6 * held - 8);
  if (held === 3) out[length++] = bits >> 2;
  // Three bytes from four characters; one character left over holds no byte.
  const defects = (held + padding) % 4 === 1 ? [truncated(at + size)] : [];
  return { bytes: out.subarray(0, length), defects };
}

/** How many bytes of the input were decoded, and into how many. */
interface Decoded {
  readonly read: number;
  readonly written: number;
}

/**
 * Decodes the beginning, as far as whole lines have the length of the first one: what programs write. By Node's own decoder, in a
 * third of the time, but that one passes over junk and takes the alphabet of URLs as well. What shows that there was neither
 * is that each line end is in its place, and that all other characters have become bytes.
 */
function decodeEvenLines(raw: Buffer, out: Buffer): Decoded {
  const line = lineOf(raw);
  if (line === null) return { read: 0, written: 0 };
  const { length, letters } = line;
  const lines = Math.ceil(PIECE / length);
  let [read, written] = [0, 0];
  for (; read + lines * length <= raw.length; read += lines * length) {
    const end = read + lines * length;
    const expected = (lines * letters * 3) / 4;
    if (!endsEvenly(raw, read, end, line)) break;
    const text = raw.toString('latin1', read, end);
    if (text.includes('-') || text.includes('_')) break;
    if (out.write(text, written, 'base64') !== expected) break;
    written += expected;
  }
  return { read, written };
}

/** What is decoded at once: a string that stays in the processor's cache. */
const PIECE = 32 * 2 ** 10;

interface Line {
  /** With its end. */
  readonly length: number;
  /** Without it; whole groups of four. */
  readonly letters: number;
}

/** The first line; null where there is less than a piece, or its groups go on in the next one. */
function lineOf(raw: Buffer): Line | null {
  if (raw.length < PIECE) return null;
  const length = raw.subarray(0, LONGEST_LINE).indexOf(LF) + 1;
  const letters = length - (raw[length - 2] === CR ? 2 : 1);
  return letters > 0 && letters % 4 === 0 ? { length, letters } : null;
}

/** RFC 5322 section 2.1.1. */
const LONGEST_LINE = 1000;
const CR = 0x0d;
const LF = 0x0a;

function endsEvenly(raw: Buffer, start: number, end: number, { length, letters }: Line): boolean {
  for (let at = start; at < end; at += length) {
    if (raw[at + length - 1] !== LF) return false;
    if (length - letters === 2 && raw[at + letters] !== CR) return false;
  }
  return true;
}

const SPACE = -1;
const PADDING = -2;
const JUNK = -3;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = Int8Array.from({ length: 256 }, (_, code) => {
  const sign = String.fromCharCode(code);
  if (sign === '=') return PADDING;
  return /\s/.test(sign) ? SPACE : ALPHABET.includes(sign) ? ALPHABET.indexOf(sign) : JUNK;
});

const NOT_BASE64 = /[^A-Za-z0-9+/=\s]/;

function truncated(end: number): Defect {
  return { code: 'base64-truncated', at: { start: end, end } };
}

/**
 * The slow way: characters outside the alphabet are dropped; after padding a new group begins; and
 * once the data has ended, a line that is not base64 ends it for good, because list footers are often
 * appended in clear text.
 */
function decodeLines(text: string, at: number): DecodedBody {
  const pieces: Buffer[] = [];
  const defects: Defect[] = [];
  let pending: string[] = []; // lines of a group without its padding yet
  let ended = false;
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    const line = match[0];
    const start = at + match.index;
    const junk = NOT_BASE64.test(line);
    if (junk && (ended || /\s/.test(line.trim()))) {
      defects.push({ code: 'text-after-base64', at: { start, end: at + text.length } });
      break;
    }
    if (junk) defects.push({ code: 'base64-junk', at: { start, end: start + line.length } });
    const clean = line.replace(/[^A-Za-z0-9+/=]/g, '');
    pending.push(clean);
    if (!clean.includes('=')) continue;
    const groups = pending.join('').split(/=+/);
    pending = [groups.pop() ?? ''];
    for (const group of groups) pieces.push(Buffer.from(group, 'base64'));
    ended = true;
  }
  pieces.push(Buffer.from(pending.join(''), 'base64'));
  return { bytes: Buffer.concat(pieces), defects };
}
