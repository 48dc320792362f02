import { parseParameters } from '../../parse/mime/parameters.ts';
import type { MessageView } from './message-view.ts';

/**
 * Whether a Content-Type that nobody signed leaves out of sight parts that were signed. A signer that does not cover it
 * (Gmail did not for years) lets it be exchanged: with another boundary, taken from a mail that is quoted in the
 * text, a reader is shown that quotation alone, under a signature that verifies. Honest mail has no delimiter
 * with a header before its first part or behind its last.
 */
export function hidesParts(view: MessageView): boolean {
  const { bytes, bodyStart } = view;
  const field = view.index.get('content-type')?.[0];
  if (field === undefined) return false;
  const { value, params } = parseParameters(view.valueOf(field).replace(/\r?\n/g, '').trim());
  if (!value.startsWith('multipart/') || params.boundary === undefined) {
    return hasPart(bytes, bodyStart, bodyStart + LONGEST_START);
  }
  const delimiter = `--${params.boundary}`;
  const first = lineWith(bytes, delimiter, bodyStart);
  if (first < 0) return hasPart(bytes, bodyStart, bodyStart + MOST_SEARCHED);
  const close = lastLineWith(bytes, `${delimiter}--`, first);
  return (
    hasPart(bytes, Math.max(bodyStart, first - MOST_SEARCHED), first) ||
    (close >= 0 && hasPart(bytes, close + delimiter.length + 2, close + MOST_SEARCHED))
  );
}

/** Where a text that is no multipart would begin with a delimiter, were it one. */
const LONGEST_START = 1024;
/** Before and behind the parts that are shown. Attack: a preamble of megabytes, which is read for every signature. */
const MOST_SEARCHED = 256 * 1024;

/** A delimiter of any boundary with a field of MIME under it. */
function hasPart(bytes: Buffer, start: number, end: number): boolean {
  return /(?:^|\n)--[^\s-][^\r\n]{0,200}\r?\nContent-[A-Za-z-]{1,30}:/i.test(
    bytes.toString('latin1', start, Math.min(end, bytes.length)),
  );
}

function lineWith(bytes: Buffer, text: string, from: number): number {
  for (let at = bytes.indexOf(text, from, 'latin1'); at >= 0; at = bytes.indexOf(text, at + 1, 'latin1')) {
    if (at === from || bytes[at - 1] === 10) return at;
  }
  return -1;
}

function lastLineWith(bytes: Buffer, text: string, from: number): number {
  const at = bytes.lastIndexOf(text, undefined, 'latin1');
  return at > from && bytes[at - 1] === 10 ? at : -1;
}
