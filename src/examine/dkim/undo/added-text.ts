import { type AddedText, type ByteRange, DEFAULT_LIMITS } from '../../../model/index.ts';
import { scanHeaders } from '../../../parse/mime/headers.ts';
import { splitMultipart } from '../../../parse/mime/multipart.ts';
import { parseParameters } from '../../../parse/mime/parameters.ts';
import { decodeCharset, decodeUnlabelled } from '../../../parse/text/charset.ts';
import { htmlToText } from '../../../parse/text/html.ts';
import { drawnMarks } from './drawn-marks.ts';
import { decodeTransfer, type TransferEncoding, transferEncodingOf } from './encodings.ts';

/**
 * Footers have some 400 characters, legal notices up to 3,000. Attack: megabytes of added text, kept once for
 * every signature. What is longer is marked as not whole, and nothing takes it for a known footer.
 */
const MOST_CHARS = 4000;
/** Parts of an added part that are read: lists add a footer in two forms at most. */
const MOST_PARTS = 12;
/** Multiparts inside multiparts: mixed, related and alternative make three. */
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
  const isHtml = value === 'text/html' || /<(?:div|p|td|span|font|br)\b/i.test(text);
  return bounded(at, isHtml ? [htmlToText(text), ...drawnMarks(text, at)].join('\n') : text);
}

/** What a cut takes off a text, given where it is made. */
export function cutOff(
  text: Uint8Array,
  encoding: TransferEncoding,
  type: string,
): (cut: number) => readonly AddedText[] {
  const { value, params } = parseParameters(type);
  return (cut) => {
    if (cut >= text.length) return [];
    const bytes = Buffer.from(text.buffer as ArrayBuffer, text.byteOffset, text.length);
    const behind = value.startsWith('multipart/') ? behindCut(bytes, cut, params.boundary, 0) : null;
    return behind ?? [addedText('end', text.subarray(cut), encoding, type)];
  };
}

/** What a cut through a multipart takes off: the rest of one part, in that part's encoding, and the parts after it. */
function behindCut(
  bytes: Buffer,
  cut: number,
  boundary: string | undefined,
  depth: number,
): readonly AddedText[] | null {
  const parts = splitMultipart(bytes, { start: 0, end: bytes.length }, boundary, MOST_SPLIT, []);
  const torn = parts.find(({ start, end }) => start < cut && cut < end);
  if (torn === undefined) return null;
  const { fields, bodyStart } = scanHeaders(bytes, torn.start, torn.end, false, DEFAULT_LIMITS, []);
  if (cut <= bodyStart) return null;
  const textOf = fieldReader(bytes, fields);
  const type = textOf('content-type') || 'text/plain';
  const { value, params } = parseParameters(type);
  const body = bytes.subarray(bodyStart, torn.end);
  const inner = value.startsWith('multipart/') && depth < MOST_DEPTH;
  const encoding = transferEncodingOf(textOf('content-transfer-encoding'));
  const rest = (inner ? behindCut(body, cut - bodyStart, params.boundary, depth + 1) : null) ?? [
    addedText('end', bytes.subarray(cut, torn.end), encoding, type),
  ];
  const later = parts.filter(({ start }) => start >= torn.end);
  const last = parts.at(-1)?.end ?? torn.end;
  const closing = bytes.indexOf('\n', Math.min(bytes.length, last + 2));
  const epilogue = closing < 0 ? '' : bytes.toString('latin1', closing).trim();
  return [...rest, ...addedParts(bytes, later), ...(epilogue === '' ? [] : [bounded('end', epilogue)])];
}

/** Parts of one multipart. Attack: a boundary on every line. */
const MOST_SPLIT = 40;

function bounded(at: AddedText['at'], text: string): AddedText {
  const trimmed = text.trim();
  return { at, text: trimmed.slice(0, MOST_CHARS), whole: trimmed.length <= MOST_CHARS };
}

/** What a reader sees of whole parts of a multipart, each with its header; other than text is told as not whole. */
export function addedParts(bytes: Buffer, ranges: readonly ByteRange[], depth = 0): readonly AddedText[] {
  if (ranges.length > MOST_PARTS) return [{ at: 'part', text: '', whole: false }];
  return ranges.flatMap((part) => {
    const { fields, bodyStart } = scanHeaders(bytes, part.start, part.end, false, DEFAULT_LIMITS, []);
    const textOf = fieldReader(bytes, fields);
    const type = textOf('content-type') || 'text/plain';
    const { value, params } = parseParameters(type);
    if (value.startsWith('multipart/') && depth < MOST_DEPTH) {
      const inner = splitMultipart(bytes, { start: bodyStart, end: part.end }, params.boundary, 40, []);
      return addedParts(bytes, inner, depth + 1);
    }
    // A gateway that signs for its house puts its signature there, and nothing that is read.
    if (SIGNATURE_TYPE.test(value) && part.end - bodyStart <= LONGEST_SIGNATURE) return [];
    const isText = value === 'text/plain' || value === 'text/html';
    if (!isText || /^\s*attachment\b/i.test(textOf('content-disposition'))) {
      return [{ at: 'part' as const, text: '', whole: false }];
    }
    const encoding = transferEncodingOf(textOf('content-transfer-encoding'));
    return [addedText('part', bytes.subarray(bodyStart, part.end), encoding, type)];
  });
}

const SIGNATURE_TYPE = /^application\/(?:(?:x-)?pkcs7-signature|pgp-signature)$/;
/** With its chain of certificates a signature has some ten kilobytes. Attack: a file under the name of one. */
const LONGEST_SIGNATURE = 32 * 1024;

/** A field's value on one line; empty where there is none. */
function fieldReader(
  bytes: Buffer,
  fields: ReturnType<typeof scanHeaders>['fields'],
): (key: string) => string {
  return (key) => {
    const field = fields.find((other) => other.key === key);
    if (field === undefined) return '';
    return bytes
      .toString('latin1', field.colon + 1, field.range.end)
      .replace(/\r?\n/g, '')
      .trim();
  };
}
