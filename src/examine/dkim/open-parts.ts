import { splitMultipart } from '../../parse/mime/multipart.ts';
import { type Parameterised, parseParameters } from '../../parse/mime/parameters.ts';
import type { MessageView } from './message-view.ts';
import { decodeTransfer, transferEncodingOf } from './undo/encodings.ts';
import { ABOUT_MIME } from './unsigned-type.ts';

/**
 * Whether the kind of multipart, which nobody signed, decides which of the signed parts are shown: as alternatives, of which
 * readers show one, what are no alternatives; as messages what bears no type; as a signature or a key what is none; another part
 * first than the first; or none of the words before the first part and behind the last.
 */
export function typeDecidesParts(view: MessageView, { value, params }: Parameterised): boolean {
  const { bytes, bodyStart } = view;
  if (params.boundary !== undefined && hasWordsAround(bytes, bodyStart, params.boundary)) return true;
  if (!TELLING.has(value) || (value === 'multipart/related' && params.start === undefined)) return false;
  const ranges = splitMultipart(
    bytes,
    { start: bodyStart, end: bytes.length },
    params.boundary,
    MOST_PARTS,
    [],
  );
  const parts = ranges.map(({ start, end }) => partOf(bytes.subarray(start, end)));
  if (value === 'multipart/digest') return parts.some(({ isTyped }) => !isTyped);
  if (value === 'multipart/related') return isNotFirst(parts, params.start?.trim());
  if (value === 'multipart/signed') return !isType(parts[1], /^application\/.*signature$/);
  if (value === 'multipart/encrypted') return !isType(parts[0], /^application\/.*(?:encrypted|mime)$/);
  return areNoAlternatives(parts);
}

const TELLING = new Set([
  'multipart/alternative',
  'multipart/related',
  'multipart/digest',
  'multipart/signed',
  'multipart/encrypted',
]);
/** Attack: a million parts. Honest alternatives are two to four. */
const MOST_PARTS = 12;

interface BodyPart {
  readonly type: string;
  readonly isTyped: boolean;
  readonly id: string | null;
  /** Decoded as far as it is read. */
  readonly text: () => string;
}

function partOf(bytes: Buffer): BodyPart {
  const head = headOf(bytes);
  const field = (name: string) => fieldOf(head.fields, name);
  const type = field('content-type');
  const encoding = transferEncodingOf(field('content-transfer-encoding') ?? '');
  return {
    type: parseParameters(type ?? 'text/plain').value,
    isTyped: type !== null,
    id: field('content-id'),
    text: () => decodeTransfer(bytes.subarray(head.end, head.end + MOST_READ), encoding).toString('latin1'),
  };
}

/** Attack: a part of a hundred megabytes, read for the few words at its beginning. */
const MOST_READ = 32 * 1024;
/** Bytes of a part's own header fields. */
const LONGEST_HEAD = 4096;

function headOf(bytes: Buffer): { readonly fields: string; readonly end: number } {
  const text = bytes.toString('latin1', 0, LONGEST_HEAD);
  if (/^\r?\n/.test(text)) return { fields: '', end: text.indexOf('\n') + 1 };
  const blank = /\r?\n\r?\n/.exec(text);
  if (blank === null) return { fields: text, end: bytes.length };
  return { fields: text.slice(0, blank.index), end: blank.index + blank[0].length };
}

/** The value on one line, or null. */
function fieldOf(fields: string, name: string): string | null {
  const unfolded = fields.replace(/\r?\n[ \t]+/g, ' ');
  const line = unfolded
    .split(/\r?\n/)
    .find((each) => each.slice(0, name.length + 1).toLowerCase() === `${name}:`);
  return line === undefined ? null : line.slice(name.length + 1).trim();
}

/** `start` names another part than the first, which is there (RFC 2387 section 3.2). */
function isNotFirst(parts: readonly BodyPart[], start: string | undefined): boolean {
  return parts[0]?.id !== start && parts.some(({ id }) => id === start);
}

function isType(part: BodyPart | undefined, pattern: RegExp): boolean {
  // A part that is missing was cut off.
  return part === undefined || pattern.test(part.type);
}

/** Two texts of one type, a file, or a plain form of which the HTML has hardly a word. */
function areNoAlternatives(parts: readonly BodyPart[]): boolean {
  if (parts.some(({ type }) => FILE.test(type))) return true;
  const texts = parts.filter(({ type }) => type === 'text/plain' || type === 'text/html');
  if (new Set(texts.map(({ type }) => type)).size < texts.length) return true;
  const [plain, html] = ['text/plain', 'text/html'].map((type) => texts.find((each) => each.type === type));
  if (plain === undefined || html === undefined) return false;
  const words = [...new Set(plain.text().match(/\b[A-Za-z]{5,20}\b/g))].slice(0, MOST_WORDS);
  if (words.length < FEWEST_WORDS) return false;
  const source = html.text().toLowerCase();
  const known = words.filter((word) => source.includes(word.toLowerCase())).length;
  return known < words.length * LEAST_KNOWN;
}

/** What no program offers in place of a text; a calendar, as a file too, it does. */
const FILE =
  /^(?:image|audio|video|font)\/|^application\/(?:pdf|zip|msword|rtf|vnd\.(?:ms-(?:excel|powerpoint)|openxmlformats|oasis))/;

/** Words of the plain form that are looked for in another form. */
const MOST_WORDS = 24;
const FEWEST_WORDS = 6;
/** Of newsletters that say "view online" in place of a plain form. */
const LEAST_KNOWN = 0.25;

/** Words of a signer that no reader is shown: a line about MIME for programs that know none is what honest mail has there. */
function hasWordsAround(bytes: Buffer, bodyStart: number, boundary: string): boolean {
  const delimiter = `--${boundary}`;
  const first = bytes.indexOf(delimiter, bodyStart, 'latin1');
  if (first < 0) return false;
  if (isWords(bytes.toString('latin1', Math.max(bodyStart, first - MOST_AROUND), first))) return true;
  const close = bytes.lastIndexOf(`${delimiter}--`, undefined, 'latin1');
  if (close < first) return false;
  const end = close + delimiter.length + 2;
  return isWords(bytes.toString('latin1', end, end + MOST_AROUND));
}

/** Bytes before and behind the parts in which words are looked for that no reader shows. */
const MOST_AROUND = 4096;
const FEWEST_AROUND = 3;

function isWords(text: string): boolean {
  return (
    (text.match(/[^\s]*[A-Za-z\x80-\xff][^\s]*/g)?.length ?? 0) >= FEWEST_AROUND && !ABOUT_MIME.test(text)
  );
}
