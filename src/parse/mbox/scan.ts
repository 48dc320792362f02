import type { ByteRange, ByteSource } from '../../model/index.ts';
import { nextLine } from '../detect/field-name.ts';
import { honoursContentLength, messageEndByLength } from './content-length.ts';
import { isMmdf, scanMmdf } from './mmdf.ts';
import { isMessageStart, LONGEST_POSTMARK, POSTMARK_AFTER, POSTMARK_BEFORE } from './postmark.ts';
import { Window } from './window.ts';

const FROM = Buffer.from('From ');
const LF = 0x0a;
const CR = 0x0d;

/** A message of an mbox, as offsets in the source. */
export interface MboxRange {
  /** Of the "From " line (for MMDF, of the separator). Scanning can resume here. */
  readonly start: number;
  /** Of the first byte after the "From " line. */
  readonly messageStart: number;
  /** Where the next message starts, or the end of the source: the blank line that separates is included. */
  readonly end: number;
}

/**
 * The messages of an mbox of any kind, from the one that starts at `from` on (0, or a `start` or `end` given
 * before: the rest of the sequence is then the same). Memory is one window of 1 MiB whatever the size of
 * file or message. Bytes before the first postmark are no message: see `mboxJunk`.
 */
export function* scanMbox(source: ByteSource, from: number): Generator<MboxRange> {
  if (isMmdf(source)) {
    yield* scanMmdf(source, from);
    return;
  }
  const window = new Window(source);
  const byLength = honoursContentLength(window);
  let start = from === 0 ? firstStart(window) : from;
  while (start >= 0 && start < source.size) {
    const messageStart = afterPostmark(window, start);
    const end = byLength ? messageEndByLength(window, messageStart) : -1;
    const next = end >= 0 ? end : nextStart(window, messageStart);
    yield { start, messageStart, end: next };
    start = next;
  }
}

/**
 * What stands before the first message, or null: a form feed, a log line, the tail of a message whose head was
 * cut off. Blank lines do not count. The whole source when it holds no message.
 */
export function mboxJunk(source: ByteSource): ByteRange | null {
  if (source.size === 0 || isMmdf(source)) return null;
  const window = new Window(source);
  const first = firstStart(window);
  const end = first < 0 ? source.size : first;
  if (end <= POSTMARK_AFTER && isBlank(window.slice(0, end))) return null;
  return { start: 0, end };
}

/** Offset of the first postmark; "From " needs no date there, since nothing else explains it. -1 without one. */
function firstStart(window: Window): number {
  for (let at = window.find(FROM, 0); at >= 0; at = window.find(FROM, at + 1)) {
    if (at === 0 || isLineStart(window, at) || isAfterMark(window, at)) {
      const before = window.slice(Math.max(0, at - POSTMARK_AFTER), at);
      const bytes = window.slice(at, at + POSTMARK_AFTER);
      if (before.length === at && isBlank(before) ? isMessageStart(bytes, 0, true) : startsAt(window, at)) {
        return at;
      }
    }
  }
  return -1;
}

/** Offset of the next message, or the size of the source. */
function nextStart(window: Window, from: number): number {
  for (let at = window.find(FROM, from); at >= 0; at = window.find(FROM, at + 1)) {
    if (isLineStart(window, at) && startsAt(window, at)) return at;
  }
  return window.size;
}

/** Zeros stand where a system stopped before what it wrote reached the disk; the next message follows them at once. */
function isLineStart(window: Window, at: number): boolean {
  const before = window.slice(at - 1, at)[0];
  return before === LF || before === CR || before === 0;
}

function isAfterMark(window: Window, at: number): boolean {
  return at === 3 && isBlank(window.slice(0, 3));
}

function startsAt(window: Window, at: number): boolean {
  const before = Math.min(at, POSTMARK_BEFORE);
  return isMessageStart(window.slice(at - before, at + POSTMARK_AFTER), before, false);
}

function afterPostmark(window: Window, start: number): number {
  const line = window.slice(start, start + LONGEST_POSTMARK);
  return start + nextLine(line, 0, line.length);
}

/** Only line ends, blanks and a byte order mark. */
function isBlank(bytes: Uint8Array): boolean {
  return bytes.every(
    (byte, i) => byte === LF || byte === CR || byte === 0x20 || byte === 0x09 || (i < 3 && byte >= 0xbb),
  );
}
