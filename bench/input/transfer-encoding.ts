const CRLF = Buffer.from('\r\n');
/** RFC 2045, 6.8: at most 76 characters a line. */
const LINE = 76;

/** Base64 in lines, for megabytes: a slice at a time into one buffer, many times faster than a replacement. */
export function base64Lines(bytes: Buffer): Buffer {
  const flat = Buffer.from(bytes.toString('base64'), 'latin1');
  const lines = Math.ceil(flat.length / LINE);
  const out = Buffer.allocUnsafe(flat.length + lines * CRLF.length);
  let at = 0;
  for (let from = 0; from < flat.length; from += LINE) {
    at += flat.copy(out, at, from, from + LINE);
    at += CRLF.copy(out, at);
  }
  return out.subarray(0, at);
}

/** Quoted-printable (RFC 2045, 6.7) of text in lines joined by CRLF. */
export function quotedPrintable(text: string): string {
  return text.split('\r\n').map(quotedLine).join('\r\n');
}

function quotedLine(line: string): string {
  let out = '';
  let column = 0;
  for (const byte of Buffer.from(line)) {
    const plain = byte >= 0x20 && byte < 0x7f && byte !== 0x3d;
    const written = plain
      ? String.fromCharCode(byte)
      : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    if (column + written.length > LINE - 1) {
      out += '=\r\n';
      column = 0;
    }
    out += written;
    column += written.length;
  }
  return out;
}

/** A header value as encoded words (RFC 2047, at most 75 characters each) where it is not ASCII. */
export function encodedWords(text: string): string {
  if (!/[^\x20-\x7e]/.test(text)) return text;
  const pieces = text.match(/.{1,20}/gsu) ?? [];
  return pieces.map((piece) => `=?utf-8?B?${Buffer.from(piece).toString('base64')}?=`).join(' ');
}
