import { isUtf8 } from 'node:buffer';
import type { Affords } from './body-target.ts';
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

/** A body, its bytes as characters, and what may still be spent on it. */
interface Source {
  readonly body: Buffer;
  readonly text: string;
  readonly affords: Affords;
}

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
export function* upgradedBodies(
  body: Buffer,
  boundary: string | undefined,
  affords: Affords,
): Generator<Buffer> {
  const text = body.toString('latin1');
  const source: Source = { body, text, affords };
  const parts = encodedParts(text, boundary).filter(({ word }) => word === 'quoted-printable');
  const chosen = parts.slice(0, MAX_TURNED);
  for (let keep = 0; keep < 2 ** chosen.length - 1; keep++) {
    yield* replaced(
      source,
      chosen.filter((_, i) => (keep & (1 << i)) === 0),
      (part) => ({
        word: '8bit',
        content: decodePart(text, part),
      }),
    );
  }
}

/**
 * The bodies in which one part has another encoding, or the text parts have the other of the two usual charsets
 * and each perhaps another encoding: a relay that rewrites a message does so to its plain and its HTML form.
 */
export function* reencodedBodies(
  body: Buffer,
  boundary: string | undefined,
  affords: Affords,
): Generator<Buffer> {
  const text = body.toString('latin1');
  const source: Source = { body, text, affords };
  const parts = encodedParts(text, boundary);
  // Files are left as they are: no relay writes base64 anew, and each would cost a pass over all of it.
  const texts = parts.filter((part) => /content-type:[ \t]*text\//i.test(headOf(text, part)));
  for (const part of texts.slice(0, MAX_TURNED)) {
    for (const form of encodedForms(decodePart(text, part))) {
      if (form.word !== part.word) yield* replaced(source, [part], () => form);
    }
  }
  const chosen = texts.slice(0, MAX_REWRITTEN);
  if (chosen.length === 0) return;
  // First those turned as they are, for encodings alone; then under every name of the other charset.
  if (chosen.length > 1) yield* combined(source, chosen, null);
  for (const charset of otherCharsets(text, chosen)) yield* combined(source, chosen, charset);
}

/** Text parts rewritten together: the plain and the HTML form. */
const MAX_REWRITTEN = 2;

/** Every form of the one part with every form of the other, the parts under another charset's name where given. */
function* combined(source: Source, parts: readonly EncodedPart[], charset: string | null): Generator<Buffer> {
  const forms = parts.map((part) => formsOf(source.text, part, charset));
  const [ones = [], others] = forms;
  const pairs = ones.flatMap((first) => (others ?? [null]).map((second) => ({ first, second })));
  // Both in one encoding is the rule.
  const isAlike = ({ first, second }: (typeof pairs)[number]): boolean => first.word === second?.word;
  for (const alike of [true, false]) {
    for (const { first, second } of pairs.filter((pair) => isAlike(pair) === alike)) {
      const formOf = (part: EncodedPart): EncodedForm =>
        part === parts[0] || second === null ? first : second;
      yield* replaced(source, parts, formOf, charset);
    }
  }
}

/** The forms of a part's text, those that keep its encoding first. */
function formsOf(text: string, part: EncodedPart, charset: string | null): readonly EncodedForm[] {
  const decoded = decodePart(text, part);
  const content = charset === null ? decoded : renamed(otherCharset(decoded) ?? decoded, charset);
  const forms = encodedForms(content);
  const same = forms.filter(({ word }) => word === part.word);
  return [...same, ...forms.filter(({ word }) => word !== part.word)];
}

/** An HTML text names its charset too. */
function renamed(content: Buffer, charset: string): Buffer {
  const text = content.toString('latin1');
  if (!/<meta\b/i.test(text.slice(0, META_WITHIN))) return content;
  return Buffer.from(
    text.replace(CHARSET, (_, name: string) => name + charset),
    'latin1',
  );
}

const META_WITHIN = 2048;
const CHARSET = /(charset=["']?)[A-Za-z0-9._-]{1,40}/i;

/** The names the charset before may have had; none where all is ASCII and no charset could be told. */
function otherCharsets(text: string, parts: readonly EncodedPart[]): readonly string[] {
  const other = parts.map((part) => otherCharset(decodePart(text, part))).find((found) => found !== null);
  if (other == null) return [];
  return isUtf8(other) ? ['utf-8', 'UTF-8'] : ['windows-1252', 'iso-8859-1', 'ISO-8859-1'];
}

interface EncodedForm {
  readonly word: string;
  readonly content: Buffer;
}

function encodedForms(content: Buffer): EncodedForm[] {
  const base64 = encodeBase64(withCrlf(content));
  // The line end before a delimiter is the delimiter's; base64 hides whether the text had one of its own.
  const unended = content.at(-1) === 10 ? [content.subarray(0, content.at(-2) === 13 ? -2 : -1)] : [];
  const written = [content, ...unended].flatMap((text) => [
    { word: '8bit', content: text },
    { word: '7bit', content: text },
    { word: 'quoted-printable', content: encodeQuotedPrintable(text, 75) },
    { word: 'quoted-printable', content: encodeQuotedPrintable(text, 73) },
  ]);
  return [
    ...written,
    { word: 'base64', content: base64.subarray(0, -1) },
    { word: 'base64', content: base64 },
    {
      word: 'base64',
      content: encodeBase64(withCrlf(Buffer.concat([content, Buffer.from('\n')]))).subarray(0, -1),
    },
    { word: 'base64', content: encodeBase64(content).subarray(0, -1) },
  ];
}

/** The part's header: from the delimiter before its encoding to its text. */
function headOf(text: string, part: EncodedPart): string {
  return text.slice(headStart(text, part), part.start);
}

function headStart(text: string, { wordStart }: EncodedPart): number {
  return Math.max(text.lastIndexOf('\n--', wordStart), wordStart - LONGEST_HEAD, 0);
}

/** Attack: header lines without end in the midst of a body. */
const LONGEST_HEAD = 2000;

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

/** Attack: thousands of parts, each to be written in every encoding and hashed. */
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

/** The body with its parts in these forms; none where the search could not afford to try it. */
function* replaced(
  { body, text, affords }: Source,
  parts: readonly EncodedPart[],
  formOf: (part: EncodedPart) => EncodedForm,
  charset: string | null = null,
): Generator<Buffer> {
  const pieces: Buffer[] = [];
  let position = 0;
  for (const part of parts) {
    const { word, content } = formOf(part);
    const start = Math.max(position, headStart(text, part));
    const head = `${text.slice(start, part.wordStart)}${word}${text.slice(part.wordStart + part.word.length, part.start)}`;
    const named = charset === null ? head : head.replace(CHARSET, (_, name: string) => name + charset);
    pieces.push(body.subarray(position, start), Buffer.from(named, 'latin1'), content);
    position = part.end;
  }
  pieces.push(body.subarray(position));
  const size = pieces.reduce((sum, piece) => sum + piece.length, 0);
  if (affords(size)) yield Buffer.concat(pieces, size);
}
