import { asBuffer } from '../../../parse/binary/as-buffer.ts';
import { decodeBase64 } from '../../../parse/mime/base64.ts';
import { decodeQuotedPrintable } from '../../../parse/mime/quoted-printable.ts';

/** Transfer encodings by what undoes them: 7bit, 8bit and binary leave the bytes alone. */
export type TransferEncoding = 'identity' | 'quoted-printable' | 'base64';

/** How the bytes of a body are to be read, from the value of Content-Transfer-Encoding. */
export function transferEncodingOf(value: string): TransferEncoding {
  const name = value.trim().toLowerCase();
  return name === 'base64' || name === 'quoted-printable' ? name : 'identity';
}

/** The content of a body; identity encodings give the bytes themselves, not a copy. */
export function decodeTransfer(bytes: Buffer, encoding: TransferEncoding): Buffer {
  if (encoding === 'base64') return asBuffer(decodeBase64(bytes, 0).bytes);
  if (encoding === 'quoted-printable') return asBuffer(decodeQuotedPrintable(bytes, 0).bytes);
  return bytes;
}

/** Bytes in one line of base64. */
export const BASE64_LINE_BYTES = 57;

/** Base64 in lines of 76 characters (RFC 2045 section 6.8), the width every common mailer uses. */
export function encodeBase64(bytes: Buffer): Buffer {
  const text = bytes.toString('base64');
  let lines = '';
  for (let i = 0; i < text.length; i += 76) lines += `${text.slice(i, i + 76)}\n`;
  return Buffer.from(lines, 'latin1');
}

const HEX = Buffer.from('0123456789ABCDEF');

/**
 * Quoted-printable as most encoders write it: upper-case hexadecimal, only what must be is encoded, soft
 * breaks after at most `width` characters, where encoders differ. Every line is encoded by itself, so a cut
 * between lines can be made before or after.
 */
export function encodeQuotedPrintable(bytes: Buffer, width: number): Buffer {
  // Three characters for each byte, and a soft break after every line that is full but for two.
  const most = 3 * bytes.length;
  const out = Buffer.allocUnsafe(most + 2 * Math.ceil(most / (width - 2)));
  let length = 0;
  let column = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    if (byte === 13 && bytes[i + 1] === 10) continue;
    if (byte === 10) {
      out[length++] = 10;
      column = 0;
      continue;
    }
    const atLineEnd =
      i + 1 >= bytes.length || bytes[i + 1] === 10 || (bytes[i + 1] === 13 && bytes[i + 2] === 10);
    const plain = (byte >= 33 && byte <= 126 && byte !== 61) || ((byte === 32 || byte === 9) && !atLineEnd);
    const size = plain ? 1 : 3;
    if (column + size > width && !(atLineEnd && column + size <= width + 1)) {
      out[length++] = 61;
      out[length++] = 10;
      column = 0;
    }
    if (plain) out[length++] = byte;
    else {
      out[length++] = 61;
      out[length++] = HEX[byte >> 4] as number;
      out[length++] = HEX[byte & 15] as number;
    }
    column += size;
  }
  return out.subarray(0, length);
}

/** Text with CRLF line ends, for encodings that hide the line end from canonicalisation. */
export function withCrlf(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString('latin1').replace(/\r?\n/g, '\r\n'), 'latin1');
}

/** The same text in the other of the two usual charsets, or null when it has only ASCII or does not fit. */
export function otherCharset(bytes: Buffer): Buffer | null {
  if (!/[\x80-\xff]/.test(bytes.toString('latin1'))) return null;
  const text = bytes.toString('utf8');
  if (text.includes('\ufffd')) return Buffer.from(WINDOWS_1252.decode(bytes), 'utf8');
  const encoded = Buffer.alloc(text.length);
  let length = 0;
  for (const char of text) {
    const byte = BYTE_OF.get(char);
    if (byte === undefined) return null;
    encoded[length++] = byte;
  }
  return encoded.subarray(0, length);
}

/** windows-1252 holds all of ISO 8859-1 that text uses. */
const WINDOWS_1252 = new TextDecoder('windows-1252');
const BYTE_OF: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 256 }, (_, byte) => [WINDOWS_1252.decode(Uint8Array.of(byte)), byte] as const),
);
