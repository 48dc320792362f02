import type { MessageView } from '../message-view.ts';
import { cutOff } from './added-text.ts';
import type { BodyCandidate } from './body-candidates.ts';
import { decodeTransfer, transferEncodingOf } from './encodings.ts';
import type { TextPart } from './top-candidates.ts';

/** Places tried: a footer of twelve lines has some fifty tags. */
const MOST_CUTS = 120;
/** Longest text put in: with its marks, a footer has less. */
const MOST_BYTES = 12 * 1024;

/** A text as it was before something was put in at its end, and what stood behind it. */
interface OpenHtml {
  readonly text: Buffer;
  /** From the end tag of the body on. */
  readonly tail: Buffer;
  readonly cuts: readonly number[];
}

/**
 * Text put into an HTML part before the end of its body, where lists, groups and disclaimers write it so that it is
 * shown at the end.
 */
export function* htmlEndCandidates(view: MessageView, part: TextPart): Generator<BodyCandidate> {
  const html = openPart(view, part);
  const before = [view.bytes.subarray(view.bodyStart, part.start)];
  if (html !== null) yield candidateOf(view, part, html, before);
}

/**
 * The same, given the bytes of the body before the part with text taken off already, and that text: only places are
 * tried behind which the same letters stand, since every place for every cut before would be thousands.
 */
export function htmlEndsLike(
  view: MessageView,
  part: TextPart,
): (before: readonly Uint8Array[], taken: Uint8Array) => readonly BodyCandidate[] {
  const html = openPart(view, part);
  if (html === null) return () => [];
  const behind = lettersBehind(html, transferEncodingOf(part.encoding) === 'quoted-printable');
  return (before, taken) => {
    const wanted = lettersOf(taken, true);
    const cuts = html.cuts.filter((_, i) => wanted !== '' && behind[i] === wanted);
    return cuts.length === 0 ? [] : [candidateOf(view, part, { ...html, cuts }, before)];
  };
}

/** The letters behind each cut; every stretch between two cuts is read once. */
function lettersBehind({ text, cuts }: OpenHtml, isQuoted: boolean): readonly string[] {
  const behind: string[] = [];
  let letters = '';
  for (let i = cuts.length - 1; i >= 0; i--) {
    letters = lettersOf(text.subarray(cuts[i], cuts[i + 1] ?? text.length), isQuoted) + letters;
    behind.push(letters);
  }
  return behind.reverse();
}

/** Letters and figures of ASCII outside of tags and links: what the plain and the HTML form of a footer share. */
function lettersOf(bytes: Uint8Array, isQuoted: boolean): string {
  const raw = Buffer.from(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.length).toString('latin1');
  const text = isQuoted ? raw.replace(/=\r?\n/g, '').replace(/=[0-9A-F]{2}/g, '') : raw;
  // The HTML form has a link behind a word, which the plain one writes out.
  return text
    .replace(/<[^>]{0,2000}>/g, '')
    .replace(/https?:\/\/[^\s<>"]{1,300}|&[a-z#0-9]{1,10};|[^A-Za-z0-9]/g, '')
    .toLowerCase();
}

function openPart(view: MessageView, part: TextPart): OpenHtml | null {
  if (!/^\s*text\/html\b/i.test(part.type)) return null;
  const raw = view.bytes.subarray(part.start, part.end);
  return openHtml(transferEncodingOf(part.encoding) === 'base64' ? decodeTransfer(raw, 'base64') : raw);
}

function candidateOf(
  view: MessageView,
  part: TextPart,
  { text, tail, cuts }: OpenHtml,
  before: readonly Uint8Array[],
): BodyCandidate {
  const encoding = transferEncodingOf(part.encoding);
  const inBase64 = encoding === 'base64';
  const rest = view.bytes.subarray(part.end);
  return {
    changes: [],
    body: inBase64
      ? { before, text, tail, after: rest, cuts }
      : { before, text, after: Buffer.concat([tail, rest]), cuts },
    inBase64,
    mayCut: true,
    regions: (cut) => [
      inBase64
        ? { start: part.start, end: part.end }
        : { start: part.start + cut, end: part.start + text.length },
    ],
    added: cutOff(text, inBase64 ? 'identity' : encoding, part.type),
    fields: new Map(),
  };
}

/** Cut where the body ends; null when nothing says where, or there is no place for a cut. */
function openHtml(html: Buffer): OpenHtml | null {
  const from = Math.max(0, html.length - LONGEST_TAIL);
  const end = html.toString('latin1', from).search(/<\/(?:body|html)\b/i);
  if (end < 0) return null;
  const text = html.subarray(0, from + end);
  const cuts = tagStarts(text);
  return cuts.length === 0 ? null : { text, tail: html.subarray(from + end), cuts: [...cuts, text.length] };
}

/** Attack: megabytes behind the end of a page, each tag of which would be tried as the beginning of what was put in. */
const LONGEST_TAIL = 4096;

/** Where the text put in may begin: at an opening tag or a line's start, before its line end or behind; rising. */
function tagStarts(text: Buffer): number[] {
  const lowest = Math.max(0, text.length - MOST_BYTES);
  const starts: number[] = [];
  for (let i = text.length - 1; i > lowest && starts.length < MOST_CUTS; i--) {
    const isLine = text[i - 1] === 10;
    const isTag = text[i] === 0x3c && text[i + 1] !== 0x2f;
    if (!isLine && !isTag) continue;
    starts.push(i);
    if (isLine) starts.push(text[i - 2] === 13 ? i - 2 : i - 1);
  }
  return [...new Set(starts)].sort((a, b) => a - b);
}
