import { type ByteRange, DEFAULT_LIMITS } from '../../../model/index.ts';
import { scanHeaders } from '../../../parse/mime/headers.ts';
import { splitMultipart } from '../../../parse/mime/multipart.ts';
import { parseParameters } from '../../../parse/mime/parameters.ts';
import type { MessageView } from '../message-view.ts';
import type { CuttableBody } from './cut-search.ts';
import {
  decodeTransfer,
  encodeBase64,
  encodeQuotedPrintable,
  otherCharset,
  transferEncodingOf,
  withCrlf,
} from './encodings.ts';

/** What the body may have been before it was changed on the way. */
export interface BodyCandidate {
  readonly changes: readonly string[];
  readonly body: CuttableBody;
  /**
   * When set, `body.text` is content to be cut first and encoded afterwards, because the footer was added
   * to the decoded text.
   */
  readonly encode: ((bytes: Buffer) => Buffer) | null;
  /** Whether text may be cut off its end: `list-footer` is then added to the changes. */
  readonly mayCut: boolean;
  /** The bytes of the leak this sets aside or rewrites, given where the text was cut. */
  readonly regions: (cut: number) => readonly ByteRange[];
  readonly fields: ReadonlyMap<string, readonly (string | null)[]>;
}

/** Parts looked at: lists add one or two. */
const MAX_PARTS = 40;
/** Lines of a banner put on top of a text: "this message comes from outside" has one to eight. */
const MAX_BANNER_LINES = 20;

const NOTHING = Buffer.alloc(0);
const NO_FIELDS: ReadonlyMap<string, readonly (string | null)[]> = new Map();

/** The candidates, those that cost least and happen most first (docs/undo.md). */
export function* bodyCandidates(view: MessageView): Generator<BodyCandidate> {
  const { bytes, bodyStart } = view;
  const body = bytes.subarray(bodyStart);
  yield plain([], [], body, NOTHING, (cut) => [{ start: bodyStart + cut, end: bytes.length }]);
  const type = parseParameters(fieldOf(view, 'content-type') ?? 'text/plain');
  if (type.value.startsWith('multipart/')) yield* multipartCandidates(view, type.params.boundary);
  yield* rewrittenCandidates(view, body);
  if (!type.value.startsWith('multipart/')) yield* encodedCandidates(view, body);
  yield* bannerCandidates(view, body);
}

function plain(
  changes: readonly string[],
  before: readonly Uint8Array[],
  text: Uint8Array,
  after: Uint8Array,
  regions: (cut: number) => readonly ByteRange[],
  fields = NO_FIELDS,
  mayCut = true,
): BodyCandidate {
  return { changes, body: { before, text, after }, encode: null, mayCut, regions, fields };
}

/**
 * Lists add a part of their own to a multipart, wrap what they got into one, or write under the text of a
 * part (Mailman 2.1, Decorate.py, does the first two; groups that know HTML the last).
 */
function* multipartCandidates(view: MessageView, boundary: string | undefined): Generator<BodyCandidate> {
  const { bytes, bodyStart } = view;
  const end = bytes.length;
  const parts = splitMultipart(bytes, { start: bodyStart, end }, boundary, MAX_PARTS, []);
  const [first] = parts;
  if (first === undefined) return;
  const last = parts.at(-1) ?? first;
  const closing = bytes.subarray(last.end);
  for (let keep = parts.length - 1; keep >= Math.max(1, parts.length - 2); keep--) {
    const kept = parts[keep - 1] ?? first;
    const dropped = { start: kept.end, end: last.end };
    const before = bytes.subarray(bodyStart, kept.end);
    yield plain(
      ['list-part'],
      [],
      Buffer.concat([before, closing]),
      NOTHING,
      () => [dropped],
      NO_FIELDS,
      false,
    );
  }
  const head = scanHeaders(bytes, first.start, first.end, false, DEFAULT_LIMITS, []);
  const inner = bytes.subarray(head.bodyStart, first.end);
  yield plain(
    ['list-wrapping'],
    [],
    inner,
    NOTHING,
    (cut) => [
      { start: bodyStart, end: head.bodyStart },
      { start: head.bodyStart + cut, end },
    ],
    contentFields(bytes, head.fields),
  );
  for (const part of parts.slice(0, 4)) {
    const { bodyStart: textStart } = scanHeaders(bytes, part.start, part.end, false, DEFAULT_LIMITS, []);
    yield plain(
      [],
      [bytes.subarray(bodyStart, textStart)],
      bytes.subarray(textStart, part.end),
      bytes.subarray(part.end),
      (cut) => [{ start: textStart + cut, end: part.end }],
    );
  }
}

/** The Content-* fields a wrapped part has taken over from the message; the ones it lacks were absent. */
function contentFields(
  bytes: Buffer,
  fields: readonly { readonly key: string; readonly range: ByteRange }[],
): ReadonlyMap<string, readonly (string | null)[]> {
  const found = new Map<string, readonly (string | null)[]>();
  for (const name of [
    'content-type',
    'content-transfer-encoding',
    'content-disposition',
    'content-description',
    'content-id',
    'content-language',
  ]) {
    const field = fields.find(({ key }) => key === name);
    found.set(name, [
      field === undefined ? null : bytes.toString('latin1', field.range.start, field.range.end),
    ]);
  }
  return found;
}

/** Changes made line by line, whatever the type. */
function* rewrittenCandidates(view: MessageView, body: Buffer): Generator<BodyCandidate> {
  const { bytes, bodyStart } = view;
  const everything = [{ start: bodyStart, end: bytes.length }];
  const text = body.toString('latin1');
  const rewrites: readonly (readonly [string, string])[] = [
    // mboxo and mboxrd quote "From " at the start of a line; some readers forget to undo it.
    ['from-stuffing', text.replace(/^>(>*From )/gm, '$1')],
    // And some undo it though it stood there from the beginning.
    ['from-stuffing', text.replace(/^(>*From )/gm, '>$1')],
    // Transports that turn every CR, or every LF, into CRLF.
    ['line-ends', text.replace(/\r+\n?/g, '\n')],
    // The signature separator is "-- "; editors and archives strip the space.
    ['trailing-space', text.replace(/^--(?=\r?$)/gm, '-- ')],
    ['trailing-space', text.replace(/[ \t]+(?=\r?$)/gm, '')],
  ];
  for (const [change, rewritten] of rewrites) {
    if (rewritten === text) continue;
    yield plain([change], [], Buffer.from(rewritten, 'latin1'), NOTHING, () => everything);
  }
}

/** A text decoded, given a footer, and encoded again, perhaps in another encoding or charset. */
function* encodedCandidates(view: MessageView, body: Buffer): Generator<BodyCandidate> {
  const encoding = transferEncodingOf(fieldOf(view, 'content-transfer-encoding') ?? '');
  const decoded = decodeTransfer(body, encoding);
  const other = otherCharset(decoded);
  for (const content of other === null ? [decoded] : [decoded, other.bytes]) {
    const changes = content === decoded ? ['re-encoded'] : ['re-encoded', 'charset'];
    if (encoding !== 'identity' || content !== decoded) {
      yield reencoded(view, changes, content, null, [null, '8bit', '7bit', '8BIT', '7BIT', 'binary']);
    }
    yield reencoded(view, changes, withCrlf(content), encodeBase64, ['base64', 'BASE64']);
    yield reencoded(view, changes, content, encodeBase64, ['base64', 'BASE64']);
    yield reencoded(view, changes, content, encodeQuotedPrintable, ['quoted-printable', 'QUOTED-PRINTABLE']);
  }
}

function reencoded(
  view: MessageView,
  changes: readonly string[],
  text: Buffer,
  encode: ((bytes: Buffer) => Buffer) | null,
  encodings: readonly (string | null)[],
): BodyCandidate {
  const region = [{ start: view.bodyStart, end: view.bytes.length }];
  const lines = encodings.map((value) => (value === null ? null : `Content-Transfer-Encoding: ${value}`));
  return {
    changes,
    body: { before: [], text, after: NOTHING },
    encode,
    mayCut: true,
    regions: () => region,
    fields: new Map([['content-transfer-encoding', lines]]),
  };
}

/** A notice put above the text; what is below it is whole. */
function* bannerCandidates(view: MessageView, body: Buffer): Generator<BodyCandidate> {
  let start = 0;
  for (let lines = 0; lines < MAX_BANNER_LINES; lines++) {
    const lineEnd = body.indexOf(10, start);
    if (lineEnd < 0) return;
    start = lineEnd + 1;
    const region = { start: view.bodyStart, end: view.bodyStart + start };
    yield plain(['banner'], [], body.subarray(start), NOTHING, () => [region], NO_FIELDS, false);
  }
}

function fieldOf(view: MessageView, name: string): string | null {
  const field = view.index.get(name)?.at(-1);
  return field === undefined
    ? null
    : view
        .valueOf(field)
        .replace(/\r?\n(?=[ \t])/g, '')
        .trim();
}
