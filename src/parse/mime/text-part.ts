/** The readable text of one part. */
import type { Limits } from '../../model/index.ts';
import { decodeCharset } from '../text/charset.ts';
import { charsetName } from '../text/charset-names.ts';
import { unflow } from '../text/flowed.ts';
import { decodePart } from './body.ts';
import { charsetText } from './charset-text.ts';
import type { ParsedMessage, Part } from './message.ts';

/** The part decoded to Unicode, line ends as LF; cut at `limits.textChars`. */
export function partText(message: ParsedMessage, part: Part, limits: Limits): string {
  const decoded = decodePart(message, part);
  const bytes = enoughOf(decoded, limits);
  const label = charsetOf(part, bytes);
  const isWhole = bytes.length === decoded.length;
  const text = isWhole ? charsetText(message, part, bytes, label) : decodeCharset(bytes, label);
  return shownAs(text, part, limits);
}

/** The same from bytes that were decoded before. */
export function bytesText(decoded: Uint8Array, part: Part, limits: Limits): string {
  const bytes = enoughOf(decoded, limits);
  return shownAs(decodeCharset(bytes, charsetOf(part, bytes)), part, limits);
}

/** Four bytes make at least one character in every encoding: no need to decode more. */
function enoughOf(decoded: Uint8Array, limits: Limits): Uint8Array {
  return decoded.length > limits.textChars * 4 ? decoded.subarray(0, limits.textChars * 4) : decoded;
}

function shownAs(written: string, part: Part, limits: Limits): string {
  const text = lineFeeds(written);
  const flowed =
    part.type === 'text/plain' && part.params.format?.toLowerCase() === 'flowed'
      ? unflow(text, part.params.delsp?.toLowerCase() === 'yes')
      : text;
  return flowed.length > limits.textChars ? flowed.slice(0, limits.textChars) : flowed;
}

/** LF, CR LF, CR CR LF and CR alone to LF. */
export function lineFeeds(text: string): string {
  if (!text.includes('\r')) return text;
  // One match for a whole run: trying every CR of a long run for its LF would be quadratic.
  return text.replace(/\r+\n?/g, (run) => (run.endsWith('\n') ? '\n' : '\n'.repeat(run.length)));
}

/** An HTML part without a charset may name one inside (WHATWG HTML: prescan of 1024 bytes). */
function charsetOf(part: Part, bytes: Uint8Array): string {
  const label = part.params.charset ?? '';
  if (part.type !== 'text/html' || charsetName(label) !== '') return label;
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1');
  const meta = /<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?([\w-]{1,40})/i.exec(head)?.[1] ?? '';
  // The document was read as bytes so far, so it cannot be UTF-16 (WHATWG HTML says the same).
  return /^utf-16/i.test(meta) ? 'utf-8' : meta;
}
