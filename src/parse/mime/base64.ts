/** Base64 as mail holds it (RFC 2045 section 6.8): lines, junk, text after the end, several in a row. */
import type { Defect } from '../../model/index.ts';
import type { DecodedBody } from './body.ts';

/** Decodes what is base64 in `raw`; `at` is its offset in the message, for the defects. */
export function decodeBase64(raw: Buffer, at: number): DecodedBody {
  const large = raw.length > LARGE ? decodeLarge(raw, at) : null;
  if (large !== null) return large;
  const text = raw.toString('latin1');
  const padding = text.indexOf('=');
  const trailing = padding < 0 ? -1 : text.slice(padding).search(/[^=\s]/);
  if (trailing < 0 && !NOT_BASE64.test(text)) return decodeClean(text, at);
  return decodeLines(text, at);
}

const NOT_BASE64 = /[^A-Za-z0-9+/=\s]/;

/** Above this, the text of the whole beside its bytes is memory that shows: 200 MB for a message of 200 MB. */
const LARGE = 4 * 2 ** 20;
const CHUNK = 2 ** 20;

/** The same a megabyte at a time, for bytes that are base64 from end to end; null for all others. */
function decodeLarge(raw: Buffer, at: number): DecodedBody | null {
  const out = Buffer.allocUnsafe(Math.ceil(raw.length / 4) * 3);
  let length = 0;
  let rest = '';
  for (let start = 0; start < raw.length; start += CHUNK) {
    // Padding anywhere but at the very end begins a new group, which is for the slow way.
    if (rest.includes('=')) return null;
    const text = raw.toString('latin1', start, Math.min(start + CHUNK, raw.length));
    if (NOT_BASE64.test(text) || /=\s*[^=\s]/.test(text)) return null;
    const dense = rest + text.replace(/\s+/g, '');
    const groups = dense.length - (dense.length % 4);
    const whole = dense.endsWith('=') ? 0 : groups;
    length += out.write(dense.slice(0, whole), length, 'base64');
    rest = dense.slice(whole);
  }
  length += out.write(rest, length, 'base64');
  const defects = rest.length % 4 === 1 ? [truncated(at + raw.length)] : [];
  return { bytes: out.subarray(0, length), defects };
}

function decodeClean(text: string, at: number): DecodedBody {
  const defects = endsAmiss(text) ? [truncated(at + text.length)] : [];
  return { bytes: Buffer.from(text, 'base64'), defects };
}

/** No encoder writes longer lines; what has them is counted whole. */
const LONGEST_LINE = 1000;

/**
 * Three bytes from four characters; one character left over holds no byte. Where the first line has whole groups,
 * as nearly all encoders write them, the last line tells at once that nothing is amiss.
 */
function endsAmiss(text: string): boolean {
  const end = text.slice(-LONGEST_LINE).trimEnd();
  const lastLine = Math.max(end.lastIndexOf('\n'), end.lastIndexOf('\r')) + 1;
  const firstLine = lastLine > 0 ? text.search(/[\r\n]/) : 0;
  if (firstLine > 0 && firstLine % 4 === 0 && (end.length - lastLine) % 4 !== 1) return false;
  return text.replace(/\s+/g, '').length % 4 === 1;
}

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
