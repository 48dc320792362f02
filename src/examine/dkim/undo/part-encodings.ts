import {
  decodeTransfer,
  encodeBase64,
  encodeQuotedPrintable,
  otherCharset,
  transferEncodingOf,
  withCrlf,
} from './encodings.ts';

/** Encoded parts looked at: 2^4 combinations of turned and not turned are tried. */
const MAX_TURNED = 4;

/** A part's header field that names its encoding, with the rest of the header up to the blank line. */
const HEADER =
  /^(content-transfer-encoding:[ \t]*)(quoted-printable|base64|8bit|7bit)[ \t]*\r?\n(?:[^\r\n]+\r?\n){0,20}\r?\n/gim;

interface EncodedPart {
  readonly word: string;
  readonly wordStart: number;
  readonly start: number;
  readonly end: number;
}

/**
 * A relay whose next hop does not take 8-bit text turns each such part into quoted-printable (RFC 6152
 * section 3; Postfix does). These are the bodies with all, then some, of those parts turned back.
 */
export function* upgradedBodies(body: Buffer, boundary: string | undefined): Generator<Buffer> {
  const text = body.toString('latin1');
  const parts = encodedParts(text, boundary).filter(({ word }) => word === 'quoted-printable');
  const chosen = parts.slice(0, MAX_TURNED);
  for (let keep = 0; keep < 2 ** chosen.length - 1; keep++) {
    yield replaceParts(
      text,
      chosen.filter((_, i) => (keep & (1 << i)) === 0),
      (part) => ({
        word: '8bit',
        content: decodePart(text, part),
      }),
    );
  }
}

/** The bodies in which one part has another encoding, or the other of the two usual charsets. */
export function* reencodedBodies(body: Buffer, boundary: string | undefined): Generator<Buffer> {
  const text = body.toString('latin1');
  for (const part of encodedParts(text, boundary).slice(0, MAX_TURNED)) {
    const decoded = decodePart(text, part);
    const other = otherCharset(decoded);
    for (const content of other === null ? [decoded] : [decoded, other]) {
      for (const form of encodedForms(content)) {
        if (form.word !== part.word || content !== decoded) yield replaceParts(text, [part], () => form);
      }
    }
  }
}

interface EncodedForm {
  readonly word: string;
  readonly content: Buffer;
}

function encodedForms(content: Buffer): EncodedForm[] {
  const base64 = encodeBase64(withCrlf(content));
  return [
    { word: '8bit', content },
    { word: '7bit', content },
    { word: 'quoted-printable', content: encodeQuotedPrintable(content, 75) },
    { word: 'quoted-printable', content: encodeQuotedPrintable(content, 73) },
    { word: 'base64', content: base64.subarray(0, -1) },
    { word: 'base64', content: base64 },
    {
      word: 'base64',
      content: encodeBase64(withCrlf(Buffer.concat([content, Buffer.from('\n')]))).subarray(0, -1),
    },
    { word: 'base64', content: encodeBase64(content).subarray(0, -1) },
  ];
}

/** Parts are found by their header field and end at the next delimiter of any depth. */
function encodedParts(text: string, boundary: string | undefined): EncodedPart[] {
  const inner = [...text.matchAll(/boundary="?([^";\r\n]{1,100})/gi)].slice(0, MAX_PARTS);
  const boundaries = [...inner.map(([, name]) => name), boundary].filter((name) => name !== undefined);
  const parts: EncodedPart[] = [];
  for (const match of text.matchAll(HEADER)) {
    if (parts.length >= MAX_PARTS) break;
    const [whole, name = '', word = ''] = match;
    const start = match.index + whole.length;
    const end = delimiterAfter(text, start, boundaries);
    parts.push({ word: word.toLowerCase(), wordStart: match.index + name.length, start, end });
  }
  return parts;
}

const MAX_PARTS = 40;

function delimiterAfter(text: string, start: number, boundaries: readonly string[]): number {
  let end = text.length;
  for (const boundary of boundaries) {
    const at = text.indexOf(`\n--${boundary}`, start - 1);
    if (at >= 0 && at < end) end = at;
  }
  return end > start && text[end - 1] === '\r' ? end - 1 : Math.max(start, end);
}

function decodePart(text: string, part: EncodedPart): Buffer {
  const raw = Buffer.from(text.slice(part.start, part.end), 'latin1');
  return decodeTransfer(raw, transferEncodingOf(part.word));
}

function replaceParts(
  text: string,
  parts: readonly EncodedPart[],
  formOf: (part: EncodedPart) => EncodedForm,
): Buffer {
  let result = '';
  let position = 0;
  for (const part of parts) {
    const { word, content } = formOf(part);
    result += text.slice(position, part.wordStart) + word;
    result += text.slice(part.wordStart + part.word.length, part.start) + content.toString('latin1');
    position = part.end;
  }
  return Buffer.from(result + text.slice(position), 'latin1');
}
