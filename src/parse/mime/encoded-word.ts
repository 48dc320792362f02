/** RFC 2047 encoded words, in the variants that mailers really send. */
import { decodeCharset } from '../text/charset.ts';
import { charsetName } from '../text/charset-names.ts';

/** `=?charset*language?encoding?`, what an encoded word begins with. */
const OPEN = /=\?([^?\s]{1,60})\?([bBqQ])\?/g;

interface Word {
  readonly charset: string;
  readonly encoding: 'b' | 'q';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The string with its encoded words decoded. Text that is no encoded word stays. */
export function decodeWords(value: string): string {
  if (!value.includes('=?')) return value;
  const words = findWords(value);
  let out = '';
  let pos = 0;
  for (let i = 0; i < words.length; ) {
    const run = adjacentRun(value, words, i);
    const first = run[0];
    const last = run[run.length - 1];
    if (first === undefined || last === undefined) break;
    const between = value.slice(pos, first.start);
    // RFC 2047 section 6.2: white space between two encoded words is not shown.
    if (i === 0 || between.trim() !== '') out += between;
    out += decodeRun(run);
    pos = last.end;
    i += run.length;
  }
  return out + value.slice(pos);
}

/** In one pass: every search goes on from where the last one ended, so hostile headers stay linear. */
function findWords(value: string): Word[] {
  const opens = [...value.matchAll(OPEN)];
  const words: Word[] = [];
  let pos = 0;
  let close = 0;
  for (let i = 0; i < opens.length; i++) {
    const open = opens[i];
    if (open === undefined || open.index < pos) continue;
    const start = open.index + open[0].length;
    if (close !== -1 && close < start) close = value.indexOf('?=', start);
    const next = opens[i + 1]?.index ?? value.length;
    const closed = close !== -1 && close < next;
    const end = closed ? close : unclosedEnd(value, start, next);
    const charset = (open[1] ?? '').replace(/\*.*$/, ''); // RFC 2231 section 5: a language may follow
    const encoding = open[2] === 'b' || open[2] === 'B' ? 'b' : 'q';
    pos = closed ? end + 2 : end;
    words.push({ charset, encoding, text: value.slice(start, end), start: open.index, end: pos });
  }
  return words;
}

/** A word without `?=` reaches to the next white space: encoded words must not contain any. */
function unclosedEnd(value: string, start: number, next: number): number {
  const found = value.slice(start, next).search(/\s/);
  return found < 0 ? next : start + found;
}

/**
 * Words of one charset with nothing but white space between them are decoded as one run of bytes, because
 * many mailers split a multi-byte character between two words.
 */
function adjacentRun(value: string, words: readonly Word[], from: number): Word[] {
  const run: Word[] = [];
  for (let i = from; i < words.length; i++) {
    const word = words[i];
    const previous = run[run.length - 1];
    if (word === undefined) break;
    if (previous !== undefined) {
      if (charsetName(word.charset) !== charsetName(previous.charset)) break;
      if (value.slice(previous.end, word.start).trim() !== '') break;
    }
    run.push(word);
  }
  return run;
}

function decodeRun(run: readonly Word[]): string {
  const pieces: Buffer[] = [];
  let open = ''; // base64 cut in the middle of a group of four goes on in the next word
  for (const word of run) {
    if (word.encoding === 'q') {
      pieces.push(base64(open), decodeQ(word.text));
      open = '';
      continue;
    }
    const text = open + word.text.replace(/\s+/g, '');
    const cut = text.endsWith('=') || text.length % 4 === 0;
    if (cut) pieces.push(base64(text));
    open = cut ? '' : text;
  }
  pieces.push(base64(open));
  const bytes = Buffer.concat(pieces);
  // A line end or NUL inside an encoded word is an attempt to forge a header in what is printed.
  return decodeCharset(bytes, run[0]?.charset ?? '').replace(/[\r\n\0]+/g, ' ');
}

function base64(text: string): Buffer {
  return Buffer.from(text, 'base64');
}

function decodeQ(text: string): Buffer {
  // What is beyond latin1 can only be raw 8-bit that was decoded before: back to UTF-8 bytes.
  const bytes = Buffer.from(text, /[^\0-\xff]/.test(text) ? 'utf8' : 'latin1');
  let length = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    const value = byte === 0x3d ? hexByte(bytes, i + 1) : -1;
    if (value >= 0) i += 2;
    bytes[length++] = value >= 0 ? value : byte === 0x5f ? 0x20 : byte;
  }
  return bytes.subarray(0, length);
}

function hexByte(bytes: Buffer, at: number): number {
  const high = hexDigit(bytes[at] ?? 0);
  const low = hexDigit(bytes[at + 1] ?? 0);
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

function hexDigit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}
