/** Values with parameters: Content-Type and Content-Disposition (RFC 2045, 2231). */
import { decodeCharset } from '../text/charset.ts';
import { decodeWords } from './encoded-word.ts';

/** A value and what stands behind its semicolons. */
export interface Parameterised {
  /** Lower case, without comments: `text/plain`, `attachment`. */
  readonly value: string;
  /** Names in lower case; continuations joined, percent and word encodings undone. */
  readonly params: Readonly<Record<string, string>>;
}

/** Reads `value; name=value; name*=charset''percent; name*0=...`, tolerating what breaks the grammar. */
export function parseParameters(text: string): Parameterised {
  const cached = cache.get(text);
  if (cached !== undefined) return cached;
  const raw = splitParameters(text);
  const parsed = { value: raw.value, params: joinParameters(raw.pairs) };
  if (cache.size < CACHE_SIZE && text.length < 80) cache.set(text, parsed);
  return parsed;
}

/** A few dozen values make up most mail. Bounded, because the strings come from the leak. */
const CACHE_SIZE = 2000;
const cache = new Map<string, Parameterised>();

interface Pair {
  readonly name: string;
  readonly value: string;
}

function splitParameters(text: string): { value: string; pairs: Pair[] } {
  let pos = endOfValue(text, 0);
  const value = withoutComments(text.slice(0, pos)).trim().toLowerCase();
  const pairs: Pair[] = [];
  while (pos < text.length) {
    pos++; // the semicolon
    const equals = text.indexOf('=', pos);
    if (equals < 0) break;
    const semicolon = text.indexOf(';', pos);
    if (semicolon >= 0 && semicolon < equals) {
      pos = semicolon; // a name without value
      continue;
    }
    const name = withoutComments(text.slice(pos, equals)).trim().toLowerCase();
    const read = readValue(text, equals + 1);
    if (name !== '') pairs.push({ name, value: read.value });
    pos = read.end;
  }
  return { value, pairs };
}

function endOfValue(text: string, from: number): number {
  const semicolon = text.indexOf(';', from);
  return semicolon < 0 ? text.length : semicolon;
}

/** The value after `=` and the offset of the semicolon (or end) after it. */
function readValue(text: string, from: number): { value: string; end: number } {
  let pos = from;
  while (isSpace(text.charCodeAt(pos))) pos++;
  if (text.charCodeAt(pos) !== 0x22) {
    const end = endOfValue(text, pos);
    return { value: withoutComments(text.slice(pos, end)).trim(), end };
  }
  let value = '';
  let start = ++pos;
  for (; pos < text.length; pos++) {
    const code = text.charCodeAt(pos);
    if (code === 0x22) break;
    // Only \" and \\ are escapes: Windows paths come with single backslashes.
    const next = code === 0x5c ? text.charCodeAt(pos + 1) : 0;
    if (next === 0x22 || next === 0x5c) {
      value += text.slice(start, pos);
      start = ++pos;
    }
  }
  return { value: value + text.slice(start, pos), end: endOfValue(text, pos) };
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0d || code === 0x0a;
}

/** Comments (RFC 822) in a token; an unclosed one is not a comment: `name=report (final.doc`. */
function withoutComments(text: string): string {
  return text.includes('(') && /^[^"]*$/.test(text) && !/=\?/.test(text)
    ? text.replace(/\s\([^()]*\)\s*|^\([^()]*\)\s*/g, ' ')
    : text;
}

interface Segment {
  readonly index: number;
  readonly encoded: boolean;
  readonly value: string;
}

/** `name*0*`, `name*1`, `name*`: RFC 2231. The first parameter of a name wins; encoded over plain. */
function joinParameters(pairs: readonly Pair[]): Record<string, string> {
  const params: Record<string, string> = Object.create(null);
  const segments = new Map<string, Segment[]>();
  for (const { name, value } of pairs) {
    const star = name.indexOf('*');
    if (star < 0) {
      params[name] ??= decodeWords(value);
      continue;
    }
    const match = /^\*(?:(\d{1,4})(\*?))?$/.exec(name.slice(star));
    if (match === null) continue;
    const index = match[1] === undefined ? -1 : Number(match[1]);
    const encoded = match[1] === undefined || match[2] === '*';
    const base = name.slice(0, star);
    const list = segments.get(base);
    if (list === undefined) segments.set(base, [{ index, encoded, value }]);
    else list.push({ index, encoded, value });
  }
  for (const [name, list] of segments) params[name] = joinSegments(list);
  return params;
}

function joinSegments(list: readonly Segment[]): string {
  const whole = list.find((segment) => segment.index < 0);
  const parts = whole === undefined ? list.toSorted((a, b) => a.index - b.index) : [whole];
  const first = parts[0]?.value ?? '';
  // charset'language'text; when the quotes are missing it is all text.
  const tick = /^([^']{0,60})'[^']{0,40}'/.exec(first);
  const charset = parts[0]?.encoded === true && tick !== null ? (tick[1] ?? '') : '';
  if (!parts.some((segment) => segment.encoded)) {
    return decodeWords(parts.map((segment) => segment.value).join(''));
  }
  const bytes = parts.map((segment, at) => {
    const text =
      at === 0 && segment.encoded && tick !== null ? segment.value.slice(tick[0].length) : segment.value;
    return segment.encoded ? percentBytes(text) : Buffer.from(text, 'utf8');
  });
  return decodeWords(decodeCharset(Buffer.concat(bytes), charset));
}

function percentBytes(text: string): Buffer {
  if (!/[^\0-\x7f]/.test(text)) {
    const latin1 = text.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    return Buffer.from(latin1, 'latin1');
  }
  return Buffer.concat(
    text
      .split(/(%[0-9A-Fa-f]{2})/)
      .map((piece) =>
        /^%[0-9A-Fa-f]{2}$/.test(piece)
          ? Buffer.of(Number.parseInt(piece.slice(1), 16))
          : Buffer.from(piece, 'utf8'),
      ),
  );
}
