import { type ByteRange, DEFAULT_LIMITS } from '../../../model/index.ts';
import { scanHeaders } from '../../../parse/mime/headers.ts';
import type { MessageView } from '../message-view.ts';
import { addedParts, cutOff } from './added-text.ts';
import type { BodyCandidate, CarriedFields } from './body-candidates.ts';
import { transferEncodingOf } from './encodings.ts';

/** A message that a list made the first part of a multipart of its own. */
export interface WrappedMessage {
  readonly candidate: BodyCandidate;
  /** The body of the first part. */
  readonly inner: Buffer;
  /** The value of the part's Content-Type, empty without one. */
  readonly type: string;
}

/** The Content-* fields a list moves into the part when it wraps a message. */
const CONTENT_FIELDS = [
  'content-type',
  'content-transfer-encoding',
  'content-disposition',
  'content-description',
  'content-id',
  'content-language',
];

const NOTHING = Buffer.alloc(0);

/** The first part of a multipart taken for the whole message, its Content-* fields for the message's. */
export function wrappedMessage(
  view: MessageView,
  parts: readonly ByteRange[],
  first: ByteRange,
): WrappedMessage {
  const { bytes, bodyStart } = view;
  const end = bytes.length;
  const head = scanHeaders(bytes, first.start, first.end, false, DEFAULT_LIMITS, []);
  const inner = bytes.subarray(head.bodyStart, first.end);
  const fields = contentFields(bytes, head.fields);
  const textOf = (name: string): string =>
    (fields.get(name)?.[0] ?? '')
      .replace(/^[^:]*:/, '')
      .replace(/\r?\n/g, '')
      .trim();
  const type = textOf('content-type');
  const cutInner = cutOff(
    inner,
    transferEncodingOf(textOf('content-transfer-encoding')),
    type || 'text/plain',
  );
  const candidate: BodyCandidate = {
    changes: ['list-wrapping', 'list-footer'],
    body: { before: [], text: inner, after: NOTHING },
    inBase64: false,
    mayCut: true,
    parts: idsFrom(2, parts.length),
    regions: (cut) => [
      { start: bodyStart, end: head.bodyStart },
      { start: head.bodyStart + cut, end },
    ],
    added: (cut) => [...cutInner(cut), ...addedParts(bytes, parts.slice(1))],
    fields,
  };
  return { candidate, inner, type };
}

/** Ids of the message's own parts, counted from 1. */
export function idsFrom(first: number, last: number): readonly string[] {
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
