import { type ByteRange, DEFAULT_LIMITS } from '../../../model/index.ts';
import { scanHeaders } from '../../../parse/mime/headers.ts';
import { splitMultipart } from '../../../parse/mime/multipart.ts';
import { parseParameters } from '../../../parse/mime/parameters.ts';
import type { MessageView } from '../message-view.ts';
import { addedParts, cutOff } from './added-text.ts';
import type { BodyCandidate, CarriedFields } from './body-candidates.ts';
import { transferEncodingOf } from './encodings.ts';
import { reencodedBodies, upgradedBodies } from './part-encodings.ts';
import { writtenPairCandidates, writtenPartCandidates } from './written-parts.ts';

/** Parts looked at: lists add one or two. */
const MAX_PARTS = 40;

const NOTHING = Buffer.alloc(0);
const NO_FIELDS: CarriedFields = new Map();

/** The Content-* fields a list moves into the part when it wraps a message. */
const CONTENT_FIELDS = [
  'content-type',
  'content-transfer-encoding',
  'content-disposition',
  'content-description',
  'content-id',
  'content-language',
];

/**
 * Lists add a part of their own to a multipart, wrap what they got into one (Mailman does both), or write
 * into a part's text; relays change a part's encoding.
 */
export function* multipartCandidates(
  view: MessageView,
  boundary: string | undefined,
): Generator<BodyCandidate> {
  const { bytes, bodyStart } = view;
  const end = bytes.length;
  const parts = splitMultipart(bytes, { start: bodyStart, end }, boundary, MAX_PARTS, []);
  const [first] = parts;
  if (first === undefined) return;
  yield* withoutLastParts(view, parts, first);
  const head = scanHeaders(bytes, first.start, first.end, false, DEFAULT_LIMITS, []);
  const inner = bytes.subarray(head.bodyStart, first.end);
  const fields = contentFields(bytes, head.fields);
  const textOf = (name: string): string =>
    (fields.get(name)?.[0] ?? '')
      .replace(/^[^:]*:/, '')
      .replace(/\r?\n/g, '')
      .trim();
  const others = addedParts(bytes, parts.slice(1));
  const otherIds = idsFrom(2, parts.length);
  const cutInner = cutOff(
    inner,
    transferEncodingOf(textOf('content-transfer-encoding')),
    textOf('content-type') || 'text/plain',
  );
  yield {
    ...plain(['list-wrapping', 'list-footer'], inner, fields),
    parts: otherIds,
    mayCut: true,
    regions: (cut) => [
      { start: bodyStart, end: head.bodyStart },
      { start: head.bodyStart + cut, end },
    ],
    added: (cut) => [...cutInner(cut), ...others],
  };
  const innerBoundary = parseParameters(textOf('content-type')).params.boundary;
  const everything = [{ start: bodyStart, end }];
  for (const body of upgradedBodies(inner, innerBoundary)) {
    yield {
      ...plain(['list-wrapping', 'list-footer', 'reencoding'], body, fields),
      parts: otherIds,
      regions: () => everything,
      added: () => others,
    };
  }
  yield* writtenPartCandidates(view, boundary);
  const body = bytes.subarray(bodyStart);
  for (const changed of upgradedBodies(body, boundary)) {
    yield { ...plain(['reencoding'], changed, NO_FIELDS), regions: () => everything, added: () => [] };
  }
  for (const changed of reencodedBodies(body, boundary)) {
    yield { ...plain(['reencoding'], changed, NO_FIELDS), regions: () => everything, added: () => [] };
  }
  yield* writtenPairCandidates(view, boundary);
}

function plain(
  changes: readonly string[],
  text: Uint8Array,
  fields: CarriedFields,
): Omit<BodyCandidate, 'regions' | 'added'> {
  return { changes, body: { before: [], text, after: NOTHING }, inBase64: false, mayCut: false, fields };
}

function* withoutLastParts(
  view: MessageView,
  parts: readonly ByteRange[],
  first: ByteRange,
): Generator<BodyCandidate> {
  const { bytes, bodyStart } = view;
  const last = parts.at(-1) ?? first;
  const closing = bytes.subarray(last.end);
  for (let keep = parts.length - 1; keep >= Math.max(1, parts.length - 2); keep--) {
    const kept = parts[keep - 1] ?? first;
    const dropped = [{ start: kept.end, end: last.end }];
    const text = Buffer.concat([bytes.subarray(bodyStart, kept.end), closing]);
    const added = addedParts(bytes, parts.slice(keep));
    const ids = idsFrom(keep + 1, parts.length);
    yield {
      ...plain(['list-footer'], text, NO_FIELDS),
      parts: ids,
      regions: () => dropped,
      added: () => added,
    };
  }
}

/** Ids of the message's own parts, counted from 1. */
function idsFrom(first: number, last: number): readonly string[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => `${first + i}`);
}

/** The Content-* fields a wrapped part has taken over from the message; the ones it lacks were absent. */
function contentFields(
  bytes: Buffer,
  fields: readonly { readonly key: string; readonly range: ByteRange }[],
): CarriedFields {
  return new Map(
    CONTENT_FIELDS.map((name) => {
      const field = fields.find(({ key }) => key === name);
      return [
        name,
        [field === undefined ? null : bytes.toString('latin1', field.range.start, field.range.end)],
      ];
    }),
  );
}
