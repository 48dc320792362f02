/** What stands in a multipart and in none of its parts: no mail reader shows it, and data can be hidden there. */
import type { ByteRange, Defect } from '../../model/index.ts';
import { asBuffer } from '../binary/as-buffer.ts';
import type { ParsedMessage, Part } from './message.ts';
import type { Attachment } from './summary.ts';

/**
 * Preambles, epilogues and what stands between a closing delimiter and the next part, each as a virtual part ('o1', '1.2.o1')
 * of type text/plain, in order. Left out are the lines by which programs excuse themselves to readers that know no MIME.
 */
export function outsideTexts(message: ParsedMessage): readonly Attachment[] {
  if (message.root.children.length === 0) return [];
  const found: Attachment[] = [];
  const unread = message.defects.flatMap(({ code, at }) =>
    code === 'too-many-parts' && at ? [at.start] : [],
  );
  const visit = (part: Part): void => {
    let count = 0;
    for (const gap of gapsOf(part)) {
      // What follows the last part that was opened is no epilogue, and is told by itself.
      if (unread.some((start) => gap.start <= start && start < gap.end)) continue;
      const text = textOf(asBuffer(message.bytes), gap, part);
      if (text === null) continue;
      const id = `${part.id === '' ? '' : `${part.id}.`}o${++count}`;
      found.push({ part: virtualPart(id, text), name: gap.name });
    }
    for (const child of part.children) visit(child); // as deep as `limits.depth` lets the tree be
  };
  visit(message.root);
  return found;
}

/** What the message is said to have where a text lies in none of its parts. */
export function outsideDefect({ part, name }: Attachment): Defect {
  return { code: 'text-outside-parts', at: part.bodyRange, detail: name ?? '' };
}

interface Gap extends ByteRange {
  readonly name: string;
}

function* gapsOf({ bodyRange, children }: Part): Generator<Gap> {
  let start = bodyRange.start;
  for (const [at, child] of children.entries()) {
    yield { start, end: child.headerRange.start, name: at === 0 ? 'preamble.txt' : 'between-parts.txt' };
    start = child.bodyRange.end;
  }
  if (children.length > 0) yield { start, end: bodyRange.end, name: 'epilogue.txt' };
}

/** Line ends around a delimiter and white space behind it. */
const AROUND_DELIMITER = 6;

/** Where the text of a gap stands, without the delimiters around it; null where it says nothing. */
function textOf(buffer: Buffer, gap: Gap, { params }: Part): ByteRange | null {
  const delimiter = `--${params.boundary?.trimEnd() ?? ''}`;
  // Between most parts there is nothing but the delimiter.
  if (gap.end - gap.start <= delimiter.length + AROUND_DELIMITER) return null;
  const isDelimiter = (text: string) =>
    delimiter === '--' ? isLikeDelimiter(text) : text === delimiter || text === `${delimiter}--`;
  const beginning: string[] = [];
  let first: Line | null = null;
  let last: Line | null = null;
  for (const line of linesOf(buffer, gap)) {
    if (isDelimiter(line.text)) continue;
    first ??= line;
    last = line;
    if (beginning.length <= MOST_LINES) beginning.push(line.text);
  }
  if (first === null || last === null || isNothing(beginning)) return null;
  return { start: first.start, end: last.end };
}

interface Line extends ByteRange {
  /** One character a byte, without the white space at its end; of a long line its beginning. */
  readonly text: string;
}

/** Longer than any line of a notice, and than a delimiter. */
const LONG_LINE = 1000;

/** Lines that are not blank. */
function* linesOf(buffer: Buffer, { start, end }: ByteRange): Generator<Line> {
  const view = buffer.subarray(0, end);
  for (let at = start; at < end; ) {
    // Attack: a hundred million blank lines, each of which would be looked at as text.
    while (at < end && isBlank(view[at])) at++;
    const feed = view.indexOf(0x0a, at);
    const next = feed < 0 ? end : feed + 1;
    const text = view.toString('latin1', at, Math.min(next, at + LONG_LINE)).trimEnd();
    if (text !== '') yield { start: at, end: next - at > LONG_LINE ? next : at + text.length, text };
    at = next;
  }
}

function isBlank(byte: number | undefined): boolean {
  return byte === 0x0a || byte === 0x0d || byte === 0x20 || byte === 0x09;
}

/** More lines than these are no notice, and no remains of delimiters although each looks like one: data can be written so. */
const MOST_LINES = 12;
const MOST_DELIMITERS = 4;

function isNothing(lines: readonly string[]): boolean {
  if (lines.length > MOST_LINES) return false;
  if (lines.length <= MOST_DELIMITERS && lines.every(isLikeDelimiter)) return true;
  const text = lines.join(' ');
  return (
    text.length <= LONGEST_NOTICE &&
    text
      .toLowerCase()
      .split(/[^a-z0-9'/]+/)
      .every(isOfNotice)
  );
}

/** A delimiter that lost its multipart: what broken reports are full of (RFC 2046 section 5.1.1: at most 70 characters). */
function isLikeDelimiter(line: string): boolean {
  return /^--\S{0,72}$/.test(line);
}

function isOfNotice(word: string): boolean {
  return word === '' || NOTICE_WORDS.has(word);
}

/** Attack: a message written in the words of a notice. The longest of those seen has 330 characters. */
const LONGEST_NOTICE = 400;

/**
 * The words of 21 notices in 18,000 real messages. A text made of nothing else hides nothing; one with any other word
 * is told, also where it is a notice in another language.
 */
const NOTICE_WORDS: ReadonlySet<string> = new Set(
  `a an and any apparently as aware be by capable client conforming does either encapsulated encoded encoding format
  formatted if in is it its itself legible likely mail mailer may message messages mime multi multipart nested not of
  only openpgp/mime or part parts pgp/mime portions program reader readable remaining rfc rfc2015 2015 3156 4880 see
  should signed since smime s/mime software some support supports text that the this to tools tool unreadable understand
  unable understood was which while will without you your e email cryptographically first all digital signature digitally
  have has been are with means some all no you'll need gpg pgp check`.split(/\s+/),
);

function virtualPart(id: string, { start, end }: ByteRange): Part {
  return {
    id,
    headers: [],
    headerRange: { start, end: start },
    bodyRange: { start, end },
    type: 'text/plain',
    params: {},
    disposition: '',
    filename: null,
    encoding: '8bit',
    contentId: null,
    children: [],
  };
}
