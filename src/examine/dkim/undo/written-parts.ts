import { type ByteRange, DEFAULT_LIMITS } from '../../../model/index.ts';
import { scanHeaders } from '../../../parse/mime/headers.ts';
import { splitMultipart } from '../../../parse/mime/multipart.ts';
import { parseParameters } from '../../../parse/mime/parameters.ts';
import type { MessageView } from '../message-view.ts';
import { cutOff } from './added-text.ts';
import type { BodyCandidate } from './body-candidates.ts';
import { cutPoints } from './cut-search.ts';
import { decodeTransfer, transferEncodingOf } from './encodings.ts';
import { htmlEndCandidates, htmlEndsLike } from './html-end.ts';
import { type TextPart, topCandidates } from './top-candidates.ts';

/** Text parts looked at: a plain and an HTML form, perhaps of two texts. */
const MAX_TEXT_PARTS = 4;
/** Multiparts inside multiparts: mixed, related and alternative make three. */
const MAX_DEPTH = 3;
/** Attack: a boundary on every line. */
const MAX_PARTS = 40;
/** Cuts of the plain form tried with every cut of the HTML form. */
const MAX_PAIRED_CUTS = 20;

/** Text that was written under, or above, the text of one part, or of the plain and the HTML form alike. */
export function* writtenPartCandidates(
  view: MessageView,
  boundary: string | undefined,
): Generator<BodyCandidate> {
  const parts = textPartsOf(view, boundary);
  for (const part of parts) yield* writtenPart(view, part);
  for (const part of parts) yield* htmlEndCandidates(view, part);
  yield* topCandidates(view, parts.slice(0, 2));
}

/** The same under two forms at once: the dearest of all, and so tried last. */
export function* writtenPairCandidates(
  view: MessageView,
  boundary: string | undefined,
): Generator<BodyCandidate> {
  const [first, second] = textPartsOf(view, boundary);
  if (first !== undefined && second !== undefined) yield* writtenPair(view, first, second);
}

function textPartsOf(view: MessageView, boundary: string | undefined): readonly TextPart[] {
  const whole = { start: view.bodyStart, end: view.bytes.length };
  return textParts(view.bytes, whole, boundary, 0).slice(0, MAX_TEXT_PARTS);
}

/** The text parts at any depth up to the bound, in order. */
function textParts(bytes: Buffer, range: ByteRange, boundary: string | undefined, depth: number): TextPart[] {
  return splitMultipart(bytes, range, boundary, MAX_PARTS, []).flatMap((part) => {
    const { fields, bodyStart } = scanHeaders(bytes, part.start, part.end, false, DEFAULT_LIMITS, []);
    const fieldValue = (key: string) => {
      const field = fields.find((other) => other.key === key);
      return field === undefined ? '' : bytes.toString('latin1', field.colon + 1, field.range.end).trim();
    };
    const written = fieldValue('content-type').replace(/\r?\n/g, '') || 'text/plain';
    const type = parseParameters(written);
    const body = { start: bodyStart, end: part.end };
    if (type.value.startsWith('multipart/') && depth < MAX_DEPTH) {
      return textParts(bytes, body, type.params.boundary, depth + 1);
    }
    return type.value.startsWith('text/')
      ? [{ ...body, encoding: fieldValue('content-transfer-encoding'), type: written }]
      : [];
  });
}

function* writtenPart(view: MessageView, part: TextPart): Generator<BodyCandidate> {
  const { bytes, bodyStart } = view;
  const before = [bytes.subarray(bodyStart, part.start)];
  const after = bytes.subarray(part.end);
  const text = bytes.subarray(part.start, part.end);
  yield {
    ...COMMON,
    body: { before, text, after },
    mayCut: true,
    regions: (cut) => [{ start: part.start + cut, end: part.end }],
    added: cutOff(text, transferEncodingOf(part.encoding), part.type),
  };
  if (transferEncodingOf(part.encoding) === 'base64') {
    const decoded = decodeTransfer(text, 'base64');
    yield {
      ...COMMON,
      body: { before, text: decoded, after },
      inBase64: true,
      mayCut: true,
      regions: () => [{ start: part.start, end: part.end }],
      added: cutOff(decoded, 'identity', part.type),
    };
  }
}

/** Lists that know HTML write under both forms of a text. */
function* writtenPair(view: MessageView, first: TextPart, second: TextPart): Generator<BodyCandidate> {
  const { bytes, bodyStart } = view;
  const after = bytes.subarray(second.end);
  const between = bytes.subarray(first.end, second.start);
  const text = bytes.subarray(second.start, second.end);
  const own = bytes.subarray(first.start, first.end);
  const firstCut = cutOff(own, transferEncodingOf(first.encoding), first.type);
  const cutSecond = cutOff(text, transferEncodingOf(second.encoding), second.type);
  const cuts = cutPoints(own, true).slice(-MAX_PAIRED_CUTS - 1, -1);
  for (const cut of cuts) {
    yield {
      ...COMMON,
      changes: ['list-footer'],
      body: { before: [bytes.subarray(bodyStart, first.start + cut), between], text, after },
      mayCut: true,
      regions: (secondCut) => [
        { start: first.start + cut, end: first.end },
        { start: second.start + secondCut, end: second.end },
      ],
      added: (secondCut) => [...firstCut(cut), ...cutSecond(secondCut)],
    };
  }
  const endsLike = htmlEndsLike(view, second);
  for (const cut of cuts) {
    const before = [bytes.subarray(bodyStart, first.start + cut), between];
    for (const inside of endsLike(before, own.subarray(cut))) {
      yield {
        ...inside,
        changes: ['list-footer'],
        regions: (at) => [{ start: first.start + cut, end: first.end }, ...inside.regions(at)],
        added: (at) => [...firstCut(cut), ...inside.added(at)],
      };
    }
  }
}

const COMMON = { changes: [], inBase64: false, mayCut: false, fields: new Map() };
