import type { MimeShape } from '../fit/mailbox-model.ts';
import type { DecoyAttachment } from '../model/decoy.ts';
import { charsetBytes } from './charset-bytes.ts';

/** What fills the MIME tree of a real message. */
export interface MimeContext {
  /** Fields of a part inside, rendered; the root's are rendered by the caller. */
  readonly fields: (shape: MimeShape) => string[];
  readonly text: string;
  /** Makes the bytes of an attachment of that shape; null for what decoys never carry. */
  readonly attach: (shape: MimeShape) => DecoyAttachment | null;
}

/** A body as it stands in the message, one char per byte, and the files it carries, decoded. */
export interface MimeBody {
  readonly body: string;
  readonly attachments: readonly DecoyAttachment[];
}

/** The body of a message after a real one's MIME tree. One char per byte, LF. */
export function mimeBody(root: MimeShape, header: readonly string[], context: MimeContext): MimeBody {
  const attachments: DecoyAttachment[] = [];
  let textUsed = false;
  const render = (shape: MimeShape, fields: readonly string[]): string => {
    if (shape.children.length > 0) return multipart(shape, boundaryOf(fields));
    if (shape.type === 'text/html') return encode(htmlOf(context.text, shape.bytes), shape);
    if (shape.type === 'text/plain' && !textUsed && shape.extension === '') {
      textUsed = true;
      return encode(context.text, shape);
    }
    if (shape.footer !== '') return encode(shape.footer, shape);
    const made = context.attach(shape);
    if (made === null) return '';
    attachments.push(made);
    return encodeBytes(made.bytes, shape.encoding);
  };
  const multipart = (shape: MimeShape, boundary: string): string => {
    const parts = shape.children.map((child) => {
      const fields = context.fields(child);
      return `--${boundary}\n${fields.join('\n')}\n\n${render(child, fields)}\n`;
    });
    return `${parts.join('')}--${boundary}--\n`;
  };
  return { body: render(root, header), attachments };
}

function boundaryOf(fields: readonly string[]): string {
  const type = fields.find((field) => /^content-type:/i.test(field)) ?? '';
  return (
    /boundary\s*=\s*(?:"([^"]+)"|([^;\s]+))/is
      .exec(type)
      ?.slice(1)
      .find((each) => each !== undefined) ?? 'b'
  );
}

function encode(text: string, { encoding, charset }: MimeShape): string {
  return encodeBytes(charsetBytes(text, charset), encoding);
}

function encodeBytes(bytes: Uint8Array, encoding: string): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (encoding === 'base64') return `${buffer.toString('base64').replace(/.{1,76}/g, '$&\n')}`;
  if (encoding === 'quoted-printable') return quotedPrintable(buffer);
  return buffer.toString('latin1');
}

/** RFC 2045 section 6.7, with soft breaks at 76 columns. */
export function quotedPrintable(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .split('\n')
    .map((line) => {
      const coded = line.replace(/[^\t\x20-\x3c\x3e-\x7e]/g, octet).replace(/[\t ]$/, octet);
      return coded.replace(/.{60,75}(?==[\dA-F]{2})|.{73}(?![\dA-F]{0,1}$)(?=.{3})/g, (run) =>
        run.endsWith('=') || /=[\dA-F]$/.test(run) ? run : `${run}=\n`,
      );
    })
    .join('\n');
}

function octet(character: string): string {
  return `=${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/** The text as a mail program's HTML. Loads nothing from anywhere. */
function htmlOf(text: string, bytes: number): string {
  const lines = text.split('\n').map((line) => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
  const styled = bytes > 3 * text.length;
  if (!styled) return `<div dir="ltr">${lines.join('<br>\n')}</div>\n`;
  const open =
    '<p class="MsoNormal"><span style="font-size:11.0pt;font-family:&quot;Calibri&quot;,sans-serif">';
  const body = lines
    .map((line) => `${open}${line === '' ? '&nbsp;' : line}<o:p></o:p></span></p>\n`)
    .join('');
  return `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns="http://www.w3.org/TR/REC-html40"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><style><!--\np.MsoNormal {margin:0cm; font-size:11.0pt; font-family:"Calibri",sans-serif;}\n--></style></head><body lang="EN-GB" link="#0563C1" vlink="#954F72"><div class="WordSection1">\n${body}</div></body></html>\n`;
}
