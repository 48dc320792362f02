import { type AddedText, type ByteRange, DEFAULT_LIMITS } from '../../../model/index.ts';
import { scanHeaders } from '../../../parse/mime/headers.ts';
import { splitMultipart } from '../../../parse/mime/multipart.ts';
import { parseParameters } from '../../../parse/mime/parameters.ts';
import { decodeCharset, decodeUnlabelled } from '../../../parse/text/charset.ts';
import { htmlToText } from '../../../parse/text/html.ts';
import { decodeTransfer, type TransferEncoding, transferEncodingOf } from './encodings.ts';

/**
 * Footers have some 400 characters, legal notices up to 3,000. Attack: megabytes of added text, kept once for
 * every signature. What is longer is marked as not whole, and nothing takes it for a known footer.
 */
const MOST_CHARS = 4000;
/** Parts of an added part that are read: lists add a footer in two forms at most. */
const MOST_PARTS = 12;
const MOST_DEPTH = 3;

/** What a reader sees of bytes set aside from a text; `type` is its media type, as far as known. */
export function addedText(
  at: AddedText['at'],
  bytes: Uint8Array,
  encoding: TransferEncoding = 'identity',
  type = 'text/plain',
): AddedText {
  const raw = Buffer.from(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.length);
  const decoded = decodeTransfer(raw, encoding);
  const { value, params } = parseParameters(type);
  const text =
    params.charset === undefined ? decodeUnlabelled(decoded) : decodeCharset(decoded, params.charset);
  return bounded(
    at,
    value === 'text/html' || /<(?:div|p|td|span|font|br)\b/i.test(text) ? htmlToText(text) : text,
  );
}

/** What a cut takes off a text, given where it is made. */
export function cutOff(
  text: Uint8Array,
  encoding: TransferEncoding,
  type: string,
): (cut: number) => readonly AddedText[] {
  return (cut) => (cut < text.length ? [addedText('end', text.subarray(cut), encoding, type)] : []);
}

function bounded(at: AddedText['at'], text: string): AddedText {
  const trimmed = text.trim();
  return { at, text: trimmed.slice(0, MOST_CHARS), whole: trimmed.length <= MOST_CHARS };
}

/** What a reader sees of whole parts of a multipart, each with its header; other than text is told as not whole. */
export function addedParts(bytes: Buffer, ranges: readonly ByteRange[], depth = 0): readonly AddedText[] {
  if (ranges.length > MOST_PARTS) return [{ at: 'part', text: '', whole: false }];
  return ranges.flatMap((part) => {
    const { fields, bodyStart } = scanHeaders(bytes, part.start, part.end, false, DEFAULT_LIMITS, []);
    const textOf = (key: string): string => {
      const field = fields.find((other) => other.key === key);
      if (field === undefined) return '';
      return bytes
        .toString('latin1', field.colon + 1, field.range.end)
        .replace(/\r?\n/g, '')
        .trim();
    };
    const type = textOf('content-type') || 'text/plain';
    const { value, params } = parseParameters(type);
    if (value.startsWith('multipart/') && depth < MOST_DEPTH) {
      const inner = splitMultipart(bytes, { start: bodyStart, end: part.end }, params.boundary, 40, []);
      return addedParts(bytes, inner, depth + 1);
    }
    const isText = value === 'text/plain' || value === 'text/html';
    if (!isText || /^\s*attachment\b/i.test(textOf('content-disposition'))) {
      return [{ at: 'part' as const, text: '', whole: false }];
    }
    const encoding = transferEncodingOf(textOf('content-transfer-encoding'));
    return [addedText('part', bytes.subarray(bodyStart, part.end), encoding, type)];
  });
}
