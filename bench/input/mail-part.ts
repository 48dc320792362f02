import type { Attachment } from './attachment.ts';
import type { Random } from './random.ts';
import { base64Lines, encodedWords, quotedPrintable } from './transfer-encoding.ts';

/** A MIME part: header fields and a body that ends in CRLF. */
export interface Part {
  readonly fields: string[];
  readonly body: Buffer;
}

/** Text in one of the encodings mail programs choose: raw in two charsets, base64, quoted-printable. */
export function textPart(text: string, random: Random): Part {
  const fields = (charset: string, encoding: string) => [
    `Content-Type: text/plain; charset=${charset}`,
    `Content-Transfer-Encoding: ${encoding}`,
  ];
  switch (random.int(4)) {
    case 0:
      return { fields: fields('iso-8859-1', '8bit'), body: Buffer.from(text, 'latin1') };
    case 1:
      return { fields: fields('utf-8', 'base64'), body: base64Lines(Buffer.from(text)) };
    case 2:
      return { fields: fields('utf-8', '8bit'), body: Buffer.from(text) };
    default:
      return { fields: fields('utf-8', 'quoted-printable'), body: Buffer.from(quotedPrintable(text)) };
  }
}

/** A part of HTML, quoted-printable. */
export function htmlPart(lines: readonly string[]): Part {
  const paragraphs = lines.map((line) => `<p style="margin:0">${line.replaceAll('>', '&gt;')}</p>`);
  const html = `<html><body>\r\n${paragraphs.join('\r\n')}\r\n</body></html>\r\n`;
  const fields = ['Content-Type: text/html; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable'];
  return { fields, body: Buffer.from(quotedPrintable(html)) };
}

/** A part that is a file, in base64. */
export function attachmentPart({ name, type, bytes }: Attachment): Part {
  const fields = [
    `Content-Type: ${type}; name="${encodedWords(name)}"`,
    'Content-Transfer-Encoding: base64',
    `Content-Disposition: attachment; filename="${encodedWords(name)}"`,
  ];
  return { fields, body: base64Lines(bytes) };
}
