/** What a header field says, from its bytes to Unicode. */

import { isUtf8 } from 'node:buffer';
import { asBuffer } from '../binary/as-buffer.ts';
import { decodeCharset } from '../text/charset.ts';
import { decodeWords } from './encoded-word.ts';
import type { HeaderField } from './headers.ts';

/**
 * The value unfolded and trimmed; raw 8-bit bytes read as UTF-8 where valid, else in the charset the message names for
 * its text (`otherwise`, asked only then), else in the one in which they read best.
 */
export function headerValue(
  bytes: Uint8Array,
  field: Pick<HeaderField, 'colon' | 'range'>,
  otherwise?: () => string | null,
): string {
  const buffer = asBuffer(bytes);
  const start = field.colon < 0 ? field.range.start : field.colon + 1;
  return unfoldValue(buffer.toString('latin1', start, field.range.end), otherwise);
}

/** The value with its encoded words (RFC 2047) decoded: for unstructured fields such as Subject. */
export function decodeHeader(bytes: Uint8Array, field: HeaderField): string {
  return decodeWords(headerValue(bytes, field));
}

/** All fields of that lower-case name, in order. */
export function findAll(part: { readonly headers: readonly HeaderField[] }, key: string): HeaderField[] {
  return part.headers.filter((field) => field.key === key);
}

/** From latin1 text as it lies in the bytes to the unfolded value. */
function unfoldValue(latin1: string, otherwise?: () => string | null): string {
  const value = latin1.trim();
  const line = value.includes('\n') || value.includes('\r') ? unfold(value) : value;
  return decodeEightBit(line, otherwise).trim();
}

/**
 * RFC 5322 takes only the line end out; the white space after it stays, but as one space where it was a
 * tab, because folding in transit replaces the one by the other.
 */
function unfold(latin1: string): string {
  let out = '';
  let pos = 0;
  for (let i = 0; i < latin1.length; i++) {
    const code = latin1.charCodeAt(i);
    if (code !== 0x0a && code !== 0x0d) continue;
    out += latin1.slice(pos, i);
    pos = i + 1;
    if (latin1.charCodeAt(pos) === 0x09) {
      out += ' ';
      pos = ++i + 1;
    }
  }
  return out + latin1.slice(pos);
}

/** Latin1 text to Unicode: UTF-8 (RFC 6532) where valid, ISO-2022-JP by its escapes, else as said, else as it reads best. */
function decodeEightBit(latin1: string, otherwise?: () => string | null): string {
  if (!/[\x80-\xff]/.test(latin1)) {
    return latin1.includes('\x1b$B') ? decodeCharset(Buffer.from(latin1, 'latin1'), 'iso-2022-jp') : latin1;
  }
  const bytes = Buffer.from(latin1, 'latin1');
  if (isUtf8(bytes)) return bytes.toString('utf8');
  return decodeCharset(bytes, otherwise?.() ?? '');
}
