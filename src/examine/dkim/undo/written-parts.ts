import { type ByteRange, DEFAULT_LIMITS } from '../../../model/index.ts';
import { scanHeaders } from '../../../parse/mime/headers.ts';
import { splitMultipart } from '../../../parse/mime/multipart.ts';
import { parseParameters } from '../../../parse/mime/parameters.ts';
import type { MessageView } from '../message-view.ts';
import type { BodyCandidate } from './body-candidates.ts';
import { cutPoints } from './cut-search.ts';
import { decodeTransfer, transferEncodingOf } from './encodings.ts';
import { topTextCode, topTextEnds } from './top-text.ts';

/** Text parts looked at: a plain and an HTML form, perhaps of two texts. */
const MAX_TEXT_PARTS = 4;
/** Multiparts inside multiparts: mixed, related and alternative make three. */
const MAX_DEPTH = 3;
const MAX_PARTS = 40;
const MAX_BANNER_LINES = 12;
/** Cuts of the plain form tried with every cut of the HTML form. */
const MAX_PAIRED_CUTS = 20;

interface TextPart {
  readonly start: number;
  readonly end: number;
  readonly encoding: string;
}

/** Text that was written under, or above, the text of one part, or of the plain and the HTML form alike. */
export function* writtenPartCandidates(
  view: MessageView,
  boundary: string | undefined,
): Generator<BodyCandidate> {
  const whole = { start: view.bodyStart, end: view.bytes.length };
  const parts = textParts(view.bytes, whole, boundary, 0).slice(0, MAX_TEXT_PARTS);
  for (const part of parts) yield* writtenPart(view, part);
  const [first, second] = parts;
  if (first !== undefined && second !== undefined) yield* writtenPair(view, first, second);
}

/** The text parts at any depth up to the bound, in order. */
function textParts(bytes: Buffer, range: ByteRange, boundary: string | undefined, depth: number): TextPart[] {
  return splitMultipart(bytes, range, boundary, MAX_PARTS, []).flatMap((part) => {
    const { fields, bodyStart } = scanHeaders(bytes, part.start, part.end, false, DEFAULT_LIMITS, []);
    const fieldValue = (key: string) => {
      const field = fields.find((other) => other.key === key);
      return field === undefined ? '' : bytes.toString('latin1', field.colon + 1, field.range.end).trim();
    };
    const type = parseParameters(fieldValue('content-type').replace(/\r?\n/g, '') || 'text/plain');
    const body = { start: bodyStart, end: part.end };
    if (type.value.startsWith('multipart/') && depth < MAX_DEPTH) {
      return textParts(bytes, body, type.params.boundary, depth + 1);
    }
    return type.value.startsWith('text/')
      ? [{ ...body, encoding: fieldValue('content-transfer-encoding') }]
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
  };
  if (transferEncodingOf(part.encoding) === 'base64') {
    yield {
      ...COMMON,
      body: { before, text: decodeTransfer(text, 'base64'), after },
      inBase64: true,
      mayCut: true,
      regions: () => [{ start: part.start, end: part.end }],
    };
  }
  for (const end of topTextEnds(bytes, part.start, part.end, MAX_BANNER_LINES)) {
    const region = [{ start: part.start, end }];
    yield {
      ...COMMON,
      changes: [topTextCode(bytes.subarray(part.start, end))],
      body: { before, text: bytes.subarray(end, part.end), after },
      regions: () => region,
    };
  }
}

/** Lists and filters that know HTML write into both forms of a text. */
function* writtenPair(view: MessageView, first: TextPart, second: TextPart): Generator<BodyCandidate> {
  const { bytes, bodyStart } = view;
  const after = bytes.subarray(second.end);
  const between = bytes.subarray(first.end, second.start);
  const text = bytes.subarray(second.start, second.end);
  for (const cut of cutPoints(bytes.subarray(first.start, first.end), true).slice(-MAX_PAIRED_CUTS - 1, -1)) {
    yield {
      ...COMMON,
      changes: ['list-footer'],
      body: { before: [bytes.subarray(bodyStart, first.start + cut), between], text, after },
      mayCut: true,
      regions: (secondCut) => [
        { start: first.start + cut, end: first.end },
        { start: second.start + secondCut, end: second.end },
      ],
    };
  }
  for (const firstEnd of topTextEnds(bytes, first.start, first.end, MAX_BANNER_LINES)) {
    for (const secondEnd of topTextEnds(bytes, second.start, second.end, MAX_BANNER_LINES)) {
      const before = [bytes.subarray(bodyStart, first.start), bytes.subarray(firstEnd, second.start)];
      yield {
        ...COMMON,
        changes: [topTextCode(bytes.subarray(first.start, firstEnd))],
        body: { before, text: bytes.subarray(secondEnd, second.end), after },
        regions: () => [
          { start: first.start, end: firstEnd },
          { start: second.start, end: secondEnd },
        ],
      };
    }
  }
}

const COMMON = { changes: [], inBase64: false, mayCut: false, fields: new Map() };
