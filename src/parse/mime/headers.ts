/** The header block of a message or part: fields in order, with their exact bytes. */
import type { ByteRange, Defect, Limits } from '../../model/index.ts';
import { interned } from '../text/interned.ts';

/** One field, by offsets into the message. */
export interface HeaderField {
  /** As written; empty for a line that is no field (`colon` is then -1). */
  readonly name: string;
  /** Lower case. */
  readonly key: string;
  /** The whole field with its folding and its last line end. */
  readonly range: ByteRange;
  /** Byte offset of the colon in the message. */
  readonly colon: number;
}

/** All fields of a message or part. */
export interface HeaderBlock {
  readonly fields: readonly HeaderField[];
  /** From the first field to the end of the last one, without the blank line. */
  readonly range: ByteRange;
  /** Where the body begins: after the blank line, if there is one. */
  readonly bodyStart: number;
}

/**
 * Scans the header fields that begin at `start`. `root` says whether what comes before a message (an mbox
 * "From " line, a byte order mark, blank lines) is to be stepped over.
 */
export function scanHeaders(
  buffer: Buffer,
  start: number,
  end: number,
  root: boolean,
  limits: Limits,
  defects: Defect[],
): HeaderBlock {
  const from = root ? skipPrologue(buffer, start, end, defects) : start;
  const most = Math.min(end, from + limits.headerBytes);
  // Most headers fit the first chunk; when not, starting over with one four times larger stays linear.
  for (let size = root ? 8192 : 1024; ; size *= 4) {
    const stop = Math.min(most, from + size);
    const found: Defect[] = [];
    const block = scanChunk(buffer, from, stop, stop === most, found);
    if (block === null) continue;
    if (stop === most && most < end && block.bodyStart >= most) {
      found.push({ code: 'header-too-large', at: { start: from, end: most } });
    }
    defects.push(...found);
    return block;
  }
}

/** Null when the chunk ends before the header does and is not the last. */
function scanChunk(
  buffer: Buffer,
  base: number,
  stop: number,
  last: boolean,
  defects: Defect[],
): HeaderBlock | null {
  const raw = buffer.toString('latin1', base, stop);
  const text = endsLinesWithCr(raw) ? lineFeeds(raw, base, defects) : raw;
  const fields: HeaderField[] = [];
  const length = text.length;
  let pos = 0;
  while (pos < length) {
    const blank = blankLineEnd(text, pos);
    if (blank > 0) {
      tellBareCr(raw, text, base, pos, defects);
      return block(fields, base, pos, blank);
    }
    const next = fieldEnd(text, pos);
    if (next >= length && !last) return null;
    const nameEnd = fieldNameEnd(text, pos);
    if (nameEnd > pos) {
      fields.push(field(text, base, pos, nameEnd, next));
    } else if (goesOn(text, next, fields.length > 0)) {
      const range = { start: base + pos, end: base + next };
      fields.push({ name: '', key: '', range, colon: -1 });
      defects.push({ code: 'header-without-colon', at: range });
    } else {
      defects.push({ code: 'missing-blank-line', at: { start: base + pos, end: base + pos } });
      return block(fields, base, pos, pos);
    }
    pos = next;
  }
  if (!last) return null;
  return block(fields, base, length, length);
}

function block(fields: HeaderField[], base: number, end: number, body: number): HeaderBlock {
  return { fields, range: { start: base, end: base + end }, bodyStart: base + body };
}

function field(text: string, base: number, pos: number, nameEnd: number, next: number): HeaderField {
  const name = text.slice(pos, nameEnd);
  let colon = nameEnd;
  while (text.charCodeAt(colon) !== 0x3a) colon++; // obsolete white space before the colon
  return { name, key: fieldKey(name), range: { start: base + pos, end: base + next }, colon: base + colon };
}

/** Names come from the leak: the cache that spares lower-casing must not grow with them. */
const KEY_CACHE_SIZE = 4000;
const keys = new Map<string, string>();

function fieldKey(name: string): string {
  let key = keys.get(name);
  if (key === undefined) {
    key = interned(name.toLowerCase());
    if (keys.size < KEY_CACHE_SIZE && name.length < 80) keys.set(interned(name), key);
  }
  return key;
}

/** Offset after a line of nothing but its end (`\n`, `\r\n`, `\r\r\n`), or 0 when the line is not blank. */
function blankLineEnd(text: string, pos: number): number {
  let i = pos;
  while (text.charCodeAt(i) === 0x0d) i++;
  if (text.charCodeAt(i) === 0x0a) return i + 1;
  return i === text.length && i > pos ? i : 0;
}

/** Offset after the field that begins at `pos`: lines that begin with white space belong to it. */
function fieldEnd(text: string, pos: number): number {
  let end = pos;
  for (;;) {
    const feed = text.indexOf('\n', end);
    if (feed < 0) return text.length;
    end = feed + 1;
    const code = text.charCodeAt(end);
    if (code !== 0x20 && code !== 0x09) return end;
  }
}

/** Offset after the field name at `pos` (RFC 5322 ftext), or -1 when no colon follows it. */
function fieldNameEnd(text: string, pos: number): number {
  let i = pos;
  let code = text.charCodeAt(i);
  while (code > 0x20 && code !== 0x3a && code !== 0x7f) code = text.charCodeAt(++i);
  const end = i;
  while (code === 0x20 || code === 0x09) code = text.charCodeAt(++i);
  return code === 0x3a ? end : -1;
}

/**
 * Whether the header goes on after a line that is no field: when a field follows it, or (after at least
 * one field) the blank line. Otherwise the body has begun without a blank line.
 */
function goesOn(text: string, next: number, some: boolean): boolean {
  if (next >= text.length) return false;
  if (blankLineEnd(text, next) > 0) return some;
  return fieldNameEnd(text, next) > next;
}

/** Old Macintosh files end lines with CR alone; told by the first line. */
function endsLinesWithCr(text: string): boolean {
  const first = text.indexOf('\r');
  if (first < 0) return false;
  const feed = text.indexOf('\n');
  if (feed >= 0 && feed < first) return false;
  let i = first;
  while (text.charCodeAt(i) === 0x0d) i++;
  return text.charCodeAt(i) !== 0x0a;
}

/** A CR inside a field: data by the rules, a line end (and so another field) to some readers. */
function tellBareCr(raw: string, text: string, base: number, end: number, defects: Defect[]): void {
  if (raw !== text || !raw.includes('\r')) return;
  const found = raw.search(/\r(?![\r\n])/);
  if (found >= 0 && found < end) {
    defects.push({ code: 'bare-cr', at: { start: base + found, end: base + found + 1 } });
  }
}

/** CR to LF, one for one, so that offsets stay those of the bytes. */
function lineFeeds(text: string, base: number, defects: Defect[]): string {
  const at = base + text.indexOf('\r');
  defects.push({ code: 'bare-cr', at: { start: at, end: at + 1 } });
  return text.replace(/\r(?!\n)/g, '\n');
}

/** Steps over what transports and editors put before the first field of a message. */
function skipPrologue(buffer: Buffer, start: number, end: number, defects: Defect[]): number {
  let pos = start;
  if (buffer[pos] === 0xef && buffer[pos + 1] === 0xbb && buffer[pos + 2] === 0xbf) {
    defects.push({ code: 'byte-order-mark', at: { start: pos, end: pos + 3 } });
    pos += 3;
  }
  let feeds = pos;
  while (feeds < end && (buffer[feeds] === 0x0a || buffer[feeds] === 0x0d)) feeds++;
  if (feeds > pos && KNOWN_FIRST.test(buffer.toString('latin1', feeds, Math.min(end, feeds + 100)))) {
    defects.push({ code: 'leading-blank-lines', at: { start: pos, end: feeds } });
    pos = feeds;
  }
  if (!MBOX_LINE.test(buffer.toString('latin1', pos, Math.min(end, pos + 32)))) return pos;
  const next = lineEnd(buffer, pos, end);
  defects.push({ code: 'mbox-from-line', at: { start: pos, end: next } });
  return next;
}

const MBOX_LINE = /^>?From (?![ \t]*:)/;

/** A body may begin with blank lines and then "Note: ..."; only fields a message begins with count. */
const KNOWN_FIRST =
  /^(?:From |(?:return-path|received|delivered-to|x-[\w-]+|from|to|subject|date|message-id|mime-version|content-type|reply-to|sender|dkim-signature|authentication-results|arc-seal)[ \t]*:)/i;

function lineEnd(buffer: Buffer, pos: number, end: number): number {
  const feed = buffer.indexOf(0x0a, pos);
  const cr = buffer.indexOf(0x0d, pos);
  if (cr >= 0 && cr < end && (feed < 0 || cr < feed - 1)) return cr + 1;
  return feed < 0 || feed >= end ? end : feed + 1;
}
