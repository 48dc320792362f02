/** Base64 as mail holds it (RFC 2045 section 6.8): lines, junk, text after the end, several in a row. */
import type { Defect } from '../../model/index.ts';
import type { DecodedBody } from './body.ts';

/** Decodes what is base64 in `raw`; `at` is its offset in the message, for the defects. */
export function decodeBase64(raw: Buffer, at: number): DecodedBody {
  return decodeClean(raw, at) ?? decodeLines(raw.toString('latin1'), at);
}

/**
 * What is base64 from end to end; null for all else. Straight from byte to byte, four characters at a time: as a string
 * that is searched for junk and then decoded it took four times as long, and three times the memory.
 */
function decodeClean(raw: Buffer, at: number): DecodedBody | null {
  const size = raw.length;
  const out = Buffer.allocUnsafe(Math.ceil(size / 4) * 3);
  let length = 0;
  let bits = 0;
  let held = 0; // characters of a group that a line end has cut
  let i = 0;
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
