import type { ByteRange } from '../../../model/index.ts';
import { splitMultipart } from '../../../parse/mime/multipart.ts';
import { parseParameters } from '../../../parse/mime/parameters.ts';
import type { MessageView } from '../message-view.ts';
import { addedParts } from './added-text.ts';
import type { BodyCandidate, CarriedFields } from './body-candidates.ts';
import type { Affords } from './body-target.ts';
import { reencodedBodies, upgradedBodies } from './part-encodings.ts';
import { idsFrom, wrappedMessage } from './wrapped-message.ts';
import { writtenPairCandidates, writtenPartCandidates } from './written-parts.ts';

/** Parts looked at: lists add one or two. */
const MAX_PARTS = 40;

const NOTHING = Buffer.alloc(0);
const NO_FIELDS: CarriedFields = new Map();

/**
 * Lists add a part of their own to a multipart, wrap what they got into one (Mailman does both), or write
 * into a part's text; relays change a part's encoding.
 */
export function* multipartCandidates(
  view: MessageView,
  boundary: string | undefined,
  affords: Affords,
): Generator<BodyCandidate> {
  const { bytes, bodyStart } = view;
  const end = bytes.length;
  const parts = splitMultipart(bytes, { start: bodyStart, end }, boundary, MAX_PARTS, []);
  const [first] = parts;
  if (first === undefined) return;
  yield* withoutLastParts(view, parts, first);
  const { candidate, inner, type } = wrappedMessage(view, parts, first);
  yield candidate;
  const everything = [{ start: bodyStart, end }];
  for (const body of upgradedBodies(inner, parseParameters(type).params.boundary, affords)) {
    yield {
      ...candidate,
      changes: ['list-wrapping', 'list-footer', 'reencoding'],
      body: { before: [], text: body, after: NOTHING },
      mayCut: false,
      regions: () => everything,
      added: () => addedParts(bytes, parts.slice(1)),
    };
  }
  yield* writtenPartCandidates(view, boundary);
  const body = bytes.subarray(bodyStart);
  for (const changed of upgradedBodies(body, boundary, affords)) {
    yield { ...plain(['reencoding'], changed, NO_FIELDS), regions: () => everything, added: () => [] };
  }
  for (const changed of reencodedBodies(body, boundary, affords)) {
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
    const ids = idsFrom(keep + 1, parts.length);
    yield {
      ...plain(['list-footer'], text, NO_FIELDS),
      parts: ids,
      regions: () => dropped,
      added: () => addedParts(bytes, parts.slice(keep)),
    };
  }
}
