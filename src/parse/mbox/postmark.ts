import { type LineLikeness, likenessOf, nextLine } from '../detect/field-name.ts';

/** A postmark longer than this is prose. The longest real one in the corpus has 127 bytes. */
export const LONGEST_POSTMARK = 1000;

/** Bytes before and after a candidate that the decision looks at. */
export const POSTMARK_BEFORE = 4;
export const POSTMARK_AFTER = LONGEST_POSTMARK + 1100;

/** The date every mbox writer puts there, with seconds, zone, comma and order as loose as they are found. */
const DATE =
  /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? {1,4}(?:[A-Z][a-z]{2} {1,4}\d{1,2}|\d{1,2}[ -][A-Z][a-z]{2}[ -]\d{2,4}) {1,4}\d{1,2}:\d{2}/;

/** `From `, one word without spaces (or a quoted one), and the date: nothing else, so hardly prose. */
const STRICT =
  /^From (?:"[^"]{0,200}"|\S{1,900}) {1,8}(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? {1,4}\S{1,6} {1,4}\S{1,6} {1,4}\d{1,2}:\d{2}/;

const COLON = 0x3a;

/** How sure it is that a line begins a message. */
type Postmark = 'strict' | 'dated' | 'weak' | 'no';

/**
 * Whether a message begins with the line at `at`, which must be a line's first byte. `bytes` must hold
 * POSTMARK_BEFORE bytes before and POSTMARK_AFTER after, unless the file begins or ends there.
 *
 * The rule (docs/types.md): every writer but Thunderbird's old ones and mboxcl2 quotes body lines that begin
 * with "From ", so what looks like a postmark mostly is one, and the line after it tells the rest.
 * With a date, a header field must follow; without a date, a blank line must stand before and a *known*
 * field follow. A dated postmark with a blank line before and one after is a message without header.
 */
export function isMessageStart(bytes: Uint8Array, at: number, atFileStart: boolean): boolean {
  if (!isFromSpace(bytes, at)) return false;
  // First the cheap question, which prose fails: a file of nothing but "From " lines must not cost a date each.
  const next = followingLine(bytes, at);
  if (next === 'no' || next === 'folded') return false;
  const kind = postmarkAt(bytes, at);
  if (kind === 'no') return false;
  const apart = atFileStart || blankBefore(bytes, at);
  if (kind === 'weak') return apart && next === 'known';
  if (next === 'known' || (apart && next === 'like')) return true;
  return apart && kind === 'strict' && (next === 'blank' || next === 'end');
}

/** How much like a postmark the line at `at` is, by itself. */
function postmarkAt(bytes: Uint8Array, at: number): Postmark {
  // "From : a@b" is the field, with the white space before the colon that RFC 822 allowed.
  if (!isFromSpace(bytes, at) || bytes[at + 5] === COLON) return 'no';
  const limit = Math.min(bytes.length, at + LONGEST_POSTMARK);
  const end = nextLine(bytes, at, limit);
  if (end === limit && limit < bytes.length) return 'no';
  const line = Buffer.from(bytes.buffer, bytes.byteOffset + at, end - at).toString('latin1');
  if (STRICT.test(line)) return 'strict';
  return DATE.test(line) ? 'dated' : 'weak';
}

/** Whether "From " stands there: bytes compared one by one, since a mailbox has a line in every eighty bytes. */
export function isFromSpace(bytes: Uint8Array, at: number): boolean {
  return (
    bytes[at] === 0x46 &&
    bytes[at + 1] === 0x72 &&
    bytes[at + 2] === 0x6f &&
    bytes[at + 3] === 0x6d &&
    bytes[at + 4] === 0x20
  );
}

/** The line after the postmark; a second, quoted one (">From", left by a gateway) is passed over. */
function followingLine(bytes: Uint8Array, at: number): LineLikeness {
  let next = nextLine(bytes, at, bytes.length);
  for (let skipped = 0; skipped < 2 && isQuotedFrom(bytes, next); skipped++) {
    next = nextLine(bytes, next, bytes.length);
  }
  return likenessOf(bytes, next);
}

/** ">From ", ">>From " ...: a message that itself began with a postmark, quoted once by each mailbox it was in. */
function isQuotedFrom(bytes: Uint8Array, at: number): boolean {
  let from = at;
  while (bytes[from] === 0x3e && from - at < LONGEST_POSTMARK) from++;
  return from > at && isFromSpace(bytes, from);
}

/** Two line ends stand before `at`, of any kind. */
function blankBefore(bytes: Uint8Array, at: number): boolean {
  const line = lineEndBefore(bytes, at);
  return line < at && lineEndBefore(bytes, line) < line;
}

/** Offset where the line end that stands before `at` begins; `at` itself when none does. */
function lineEndBefore(bytes: Uint8Array, at: number): number {
  const last = bytes[at - 1];
  if (last === 0x0a) return bytes[at - 2] === 0x0d ? at - 2 : at - 1;
  return last === 0x0d ? at - 1 : at;
}
