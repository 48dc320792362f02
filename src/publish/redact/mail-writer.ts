/** A part of the message that is written: already redacted. */
export interface WrittenPart {
  readonly type: string;
  /** Empty for the body. */
  readonly filename: string;
  readonly bytes: Uint8Array;
}

/** RFC 2045: lines of encoded text have at most 76 characters. */
const LINE = 76;
/** RFC 2047: an encoded word has at most 75, of which `=?utf-8?B?` and `?=` take twelve; 45 bytes become 60. */
const WORD_BYTES = 45;

/**
 * A message (RFC 5322, 2045 to 2047) of headers and parts, CRLF. Everything but ASCII headers is in base64, so that no byte
 * of a text can pass for a delimiter.
 */
export function writeMail(
  headers: readonly (readonly [name: string, value: string])[],
  parts: readonly WrittenPart[],
): Buffer {
  const lines = headers.map(([name, value]) => `${name}: ${folded(headerText(value))}`);
  const [only] = parts;
  lines.push('MIME-Version: 1.0');
  if (parts.length === 1 && only !== undefined && only.filename === '') lines.push(...partLines(only));
  else {
    // No line of base64 begins with two hyphens, so no delimiter can stand in a part.
    const boundary = '=_tamis-redacted';
    lines.push(`Content-Type: multipart/mixed; boundary="${boundary}"`, '');
    for (const part of parts) lines.push(`--${boundary}`, ...partLines(part));
    lines.push(`--${boundary}--`, '');
  }
  return Buffer.from(lines.join('\r\n'), 'latin1');
}

function partLines({ type, filename, bytes }: WrittenPart): string[] {
  const charset = type.startsWith('text/') ? '; charset=utf-8' : '';
  const named =
    filename === ''
      ? []
      : [`Content-Disposition: attachment; filename*=utf-8''${encodeURIComponent(filename)}`];
  const encoded = Buffer.from(bytes).toString('base64');
  const lines = encoded.match(new RegExp(`.{1,${LINE}}`, 'gu')) ?? [];
  return [`Content-Type: ${type}${charset}`, ...named, 'Content-Transfer-Encoding: base64', '', ...lines, ''];
}

/** A mailbox as a header has it: the name quoted or encoded, never the address (RFC 2047, 5). */
export function mailbox(name: string, address: string): string {
  if (name === '') return address;
  const shown = /^[\x20-\x7e]*$/u.test(name) ? `"${name.replace(/["\\]/gu, '')}"` : headerText(name);
  return `${shown} <${address}>`;
}

function headerText(value: string): string {
  const flat = value.replace(/[\r\n\0]+/gu, ' ').trim();
  if (/^[\x20-\x7e]*$/u.test(flat)) return flat;
  const words: string[] = [];
  let piece = '';
  for (const sign of flat) {
    if (Buffer.byteLength(piece + sign) > WORD_BYTES) {
      words.push(piece);
      piece = '';
    }
    piece += sign;
  }
  return [...words, piece].map((word) => `=?utf-8?B?${Buffer.from(word).toString('base64')}?=`).join(' ');
}

/** RFC 5322, 2.2.3: at blanks, below 78 characters where that is possible. */
function folded(text: string): string {
  let [out, line] = ['', ''];
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length + 1 > LINE) {
      out += `${line}\r\n `;
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return out + line;
}
