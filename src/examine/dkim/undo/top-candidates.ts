import type { AddedText, ByteRange } from '../../../model/index.ts';
import type { MessageView } from '../message-view.ts';
import { addedText } from './added-text.ts';
import type { BodyCandidate } from './body-candidates.ts';
import { decodeTransfer, encodeBase64, transferEncodingOf } from './encodings.ts';
import { htmlTops, topTextCode, topTextEnds } from './top-text.ts';

/** Lines of a notice put on top of a text: "this message comes from outside" has one to eight. */
const MAX_LINES = 12;
/** Attack: the removals of two parts, each with each. Filters write the same words into both forms. */
const MAX_PAIRS = 24;

/** A text part of a message, or its whole body. */
export interface TextPart extends ByteRange {
  /** The value of its Content-Transfer-Encoding. */
  readonly encoding: string;
  /** The value of its Content-Type. */
  readonly type: string;
}

/** A part without the text on top of it. */
interface Removal {
  readonly part: TextPart;
  readonly added: AddedText;
  readonly code: string;
  readonly region: ByteRange;
  /** The part's bytes without it; several where encoders differ in how they end. */
  readonly contents: readonly Uint8Array[];
}

/** A notice put above the text of one part, or of the plain and the HTML form alike. */
export function* topCandidates(view: MessageView, parts: readonly TextPart[]): Generator<BodyCandidate> {
  const all = parts.map((part) => removalsOf(view.bytes, part));
  for (const removal of all.flat()) yield* without(view, [removal]);
  const [first = [], second = []] = all;
  let pairs = 0;
  for (const one of first) {
    for (const other of second) {
      if (!saysTheSame(one.added.text, other.added.text) || ++pairs > MAX_PAIRS) continue;
      yield* without(view, [one, other]);
    }
  }
}

function removalsOf(bytes: Buffer, part: TextPart): readonly Removal[] {
  const encoding = transferEncodingOf(part.encoding);
  const isEncoded = encoding === 'base64';
  const raw = bytes.subarray(part.start, part.end);
  const text = isEncoded ? decodeTransfer(raw, 'base64') : raw;
  const isHtml = /^\s*text\/html\b/i.test(part.type);
  const tops = isHtml
    ? htmlTops(text, MAX_LINES)
    : topTextEnds(text, 0, text.length, MAX_LINES).map((end) => ({ start: 0, end }));
  return tops.map(({ start, end }) => {
    const removed = text.subarray(start, end);
    const rest = Buffer.concat([text.subarray(0, start), text.subarray(end)]);
    const encoded = isEncoded ? encodeBase64(rest) : rest;
    return {
      part,
      added: addedText('top', removed, isEncoded ? 'identity' : encoding, part.type),
      code: topTextCode(removed),
      region: isEncoded ? part : { start: part.start + start, end: part.start + end },
      contents: isEncoded ? [encoded.subarray(0, -1), encoded] : [encoded],
    };
  });
}

/** The same letters: the HTML form has other spaces and ends of line. */
function saysTheSame(a: string, b: string): boolean {
  const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
  return letters(a) === letters(b);
}

function* without(view: MessageView, removals: readonly Removal[]): Generator<BodyCandidate> {
  const { bytes, bodyStart } = view;
  const [first, second] = removals;
  if (first === undefined) return;
  for (const own of first.contents) {
    for (const other of second?.contents ?? [null]) {
      const before = [bytes.subarray(bodyStart, first.part.start), own];
      const middle = second === undefined ? [] : [bytes.subarray(first.part.end, second.part.start)];
      yield {
        changes: [first.code],
        body: {
          before: [...before, ...middle],
          text: other ?? NOTHING,
          after: bytes.subarray(second?.part.end ?? first.part.end),
        },
        inBase64: false,
        mayCut: false,
        regions: () => removals.map(({ region }) => ({ start: region.start, end: region.end })),
        added: () => removals.map(({ added }) => added),
        fields: new Map(),
      };
    }
  }
}

const NOTHING = Buffer.alloc(0);
