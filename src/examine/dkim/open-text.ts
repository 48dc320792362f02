/**
 * Whether lines are joined without a space between words. Programs that write DelSp=yes for a language with spaces keep one of
 * two at the end of a line (RFC 3676 section 4.1), and end a line in one space only inside a long address.
 */
export function joinsWords(text: Buffer): boolean {
  return JOINED.test(text.toString('latin1'));
}

/** A letter or figure, one space, the next line of the same quote, and again one; no word that is an address. */
const JOINED =
  /(?:^|[ \n])[^\s/@:]{0,40}[A-Za-z0-9\x80-\xff] \r?\n(?:>{1,20} ?)?[A-Za-z0-9\x80-\xff][^\s/@:]{0,40}(?=\s|$)/;

/**
 * A text in quoted-printable that is shown as it is encoded: every sign of equality begins what an encoder writes, and
 * some of them letters beyond ASCII.
 */
export function showsEncoding(body: Buffer): boolean {
  const first = body.indexOf('=');
  if (first < 0) return false;
  const text = body.toString('latin1', first);
  if (/=(?![0-9A-F]{2}|\r?\n)/.test(text)) return false;
  // A number behind a sign of equality is no letter: an encoder breaks lines, or writes the bytes of UTF-8 in pairs.
  return LETTER_PAIR.test(text) || (/=\r?\n/.test(text) && /=[89A-F][0-9A-F]/.test(text));
}

const LETTER_PAIR = /=(?:C[2-9A-F]|[DE][0-9A-F])=[89AB][0-9A-F]/;

/** HTML, or parts, shown as their source. */
export function showsMarkup(text: Buffer): boolean {
  return /^\s{0,20}(?:--[^\s-][^\r\n]{0,70}\r?\nContent-|<(?:!doctype html|html|head|body|div|p|table)\b[^<>]{0,500}>)/i.test(
    text.toString('latin1', 0, LONGEST_START),
  );
}

/** Attack: a start tag that never ends. */
const LONGEST_START = 1024;

/**
 * Read as HTML without one element that lays out a page: a plain text that speaks of tags, in which a reader no longer sees
 * where lines end, nor what stands in a comment.
 */
export function showsSeldomMarkup(text: Buffer): boolean {
  const source = text.toString('latin1');
  return source.trim() !== '' && !LAYOUT.test(source);
}

const LAYOUT =
  /<(?:!doctype|html|head|body|meta|title|style|div|p|br|hr|span|font|center|pre|img|table|tr|td|ul|ol|li|h[1-6]|blockquote|o:p)\b/i;
