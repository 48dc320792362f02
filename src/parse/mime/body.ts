/** Undoes the transfer encoding of a part. */
import type { Defect } from '../../model/index.ts';
import { decodeBase64 } from './base64.ts';
import type { ParsedMessage, Part } from './message.ts';
import { decodeQuotedPrintable } from './quoted-printable.ts';
import { decodeUuencode } from './uuencode.ts';
import { decodeYenc } from './yenc.ts';

/** The content of a part without its transfer encoding. */
export interface DecodedBody {
  readonly bytes: Uint8Array;
  readonly defects: readonly Defect[];
}

/** The part's bytes after base64, quoted-printable, uuencode or yEnc; unknown encodings stay raw. */
export function decodePart(message: ParsedMessage, part: Part): Uint8Array {
  return decodeBody(message, part).bytes;
}

/**
 * The same with what was wrong in the encoding. Never throws and decodes as much as can be. For encodings
 * that change nothing the result is a view of the message, not a copy.
 */
export function decodeBody(message: ParsedMessage, part: Part): DecodedBody {
  if (isIdentity(part)) return decode(message, part);
  // The index, the canonical form and the attachment each ask for the same bytes.
  const known = message.decoded.get(part) ?? decode(message, part);
  message.decoded.set(part, known);
  return known;
}

function decode(message: ParsedMessage, part: Part): DecodedBody {
  const { start, end } = part.bodyRange;
  const raw = Buffer.from(message.bytes.buffer, message.bytes.byteOffset + start, end - start);
  switch (part.encoding) {
    case 'base64':
    case 'base-64':
    case 'b':
      return decodeBase64(raw, start);
    case 'quoted-printable':
    case 'quotedprintable':
    case 'quoted_printable':
    case 'qp':
      return decodeQuotedPrintable(raw, start);
    case 'x-uuencode':
    case 'x-uue':
    case 'uuencode':
    case 'x-uu':
    case 'uue':
      return decodeUuencode(raw, start);
    case 'x-yenc':
    case 'yenc':
      return decodeYenc(raw, start);
    default:
      return { bytes: raw, defects: IDENTITY.has(part.encoding) ? [] : unknownEncoding(part) };
  }
}

/** Whether the part's bytes lie in the message as they are. */
export function isIdentity(part: Part): boolean {
  return IDENTITY.has(part.encoding);
}

const IDENTITY = new Set(['7bit', '8bit', 'binary', '7-bit', '8-bit', '7bits', '8bits', 'none', '']);

function unknownEncoding(part: Part): Defect[] {
  return [{ code: 'unknown-transfer-encoding', at: part.bodyRange, detail: part.encoding.slice(0, 80) }];
}
