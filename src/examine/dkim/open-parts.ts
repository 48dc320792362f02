import { splitMultipart } from '../../parse/mime/multipart.ts';
import { type Parameterised, parseParameters } from '../../parse/mime/parameters.ts';
import type { MessageView } from './message-view.ts';
import { decodeTransfer, transferEncodingOf } from './undo/encodings.ts';

/**
 * Whether the kind of multipart, which nobody signed, decides which of the signed parts are shown: as alternatives, of which
 * readers show one, what are no alternatives; as messages what bears no type; or another part first than the first.
 */
export function openParts(view: MessageView, { value, params }: Parameterised): boolean {
  if (!TELLING.has(value) || (value === 'multipart/related' && params.start === undefined)) return false;
  const { bytes, bodyStart } = view;
  const ranges = splitMultipart(
    bytes,
    { start: bodyStart, end: bytes.length },
    params.boundary,
    MOST_PARTS,
    [],
  );
  const parts = ranges.map(({ start, end }) => partOf(bytes.subarray(start, end)));
  if (value === 'multipart/digest') return parts.some(({ isTyped }) => !isTyped);
  if (value === 'multipart/related') return params.start?.trim() !== (parts[0]?.id ?? params.start?.trim());
  return areNoAlternatives(parts);
}

const TELLING = new Set(['multipart/alternative', 'multipart/related', 'multipart/digest']);
/** Attack: a million parts. Honest alternatives are two to four. */
const MOST_PARTS = 12;

interface BodyPart {
  readonly type: string;
  readonly isTyped: boolean;
  readonly isFile: boolean;
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
    isFile: /^attachment\b/i.test(field('content-disposition') ?? ''),
    id: field('content-id'),
    text: () => decodeTransfer(bytes.subarray(head.end, head.end + MOST_READ), encoding).toString('latin1'),
  };
}

/** Attack: a part of a hundred megabytes, read for the few words at its beginning. */
const MOST_READ = 32 * 1024;
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

/** Two texts of one type, a file, or a plain form of which the HTML has hardly a word. */
function areNoAlternatives(parts: readonly BodyPart[]): boolean {
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

const MOST_WORDS = 24;
const FEWEST_WORDS = 6;
/** Of newsletters that say "view online" in place of a plain form. */
const LEAST_KNOWN = 0.25;
