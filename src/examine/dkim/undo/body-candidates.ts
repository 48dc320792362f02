import type { AddedText, ByteRange } from '../../../model/index.ts';
import { parseParameters } from '../../../parse/mime/parameters.ts';
import { originalLinks } from '../../links/rewritten-links.ts';
import type { MessageView } from '../message-view.ts';
import { cutOff } from './added-text.ts';
import type { Affords } from './body-target.ts';
import type { CuttableBody } from './cut-search.ts';
import {
  decodeTransfer,
  encodeQuotedPrintable,
  otherCharset,
  type TransferEncoding,
  transferEncodingOf,
  withCrlf,
} from './encodings.ts';
import { htmlEndCandidates } from './html-end.ts';
import { lineRewrites } from './line-rewrites.ts';
import { multipartCandidates } from './multipart-candidates.ts';
import { topCandidates } from './top-candidates.ts';

/** Header fields that a change brings with it, by name: the lines they may have had, null for absent. */
export type CarriedFields = ReadonlyMap<string, readonly (string | null)[]>;

/** What the body may have been before it was changed on the way. */
export interface BodyCandidate {
  readonly changes: readonly string[];
  readonly body: CuttableBody;
  /** `body.text` is to be cut first and then encoded in base64: the footer was added to the decoded text. */
  readonly inBase64: boolean;
  /** Whether text may be cut off its end: `list-footer` is then added to the changes. */
  readonly mayCut: boolean;
  /** The bytes of the leak this sets aside or rewrites, given where the text was cut. */
  readonly regions: (cut: number) => readonly ByteRange[];
  /** The words this sets aside, given where the text was cut. */
  readonly added: (cut: number) => readonly AddedText[];
  readonly fields: CarriedFields;
  /** Ids of whole parts this sets aside. */
  readonly parts?: readonly string[];
}

/** Attack: copies of a huge body, one for every way to write it. Above this only cuts are tried. */
const MAX_REWRITTEN_BYTES = 8 * 2 ** 20;

const NOTHING = Buffer.alloc(0);
const NO_FIELDS: CarriedFields = new Map();

/**
 * Of these, what a list that adds a footer leaves of a body: lines at its end, a part of its own, a wrapping. A pass or
 * two over the body, for mail that nothing would follow from beyond that.
 */
export function* footerCandidates(view: MessageView, affords: Affords): Generator<BodyCandidate> {
  yield asItLies(view);
  const type = parseParameters(fieldOf(view, 'content-type') ?? 'text/plain');
  if (!type.value.startsWith('multipart/')) return;
  for (const candidate of multipartCandidates(view, type.params.boundary, affords)) {
    yield candidate;
    if (candidate.changes.includes('list-wrapping')) return;
  }
}

/** The candidates, those that cost least and happen most first (docs/undo.md). */
export function* bodyCandidates(view: MessageView, affords: Affords): Generator<BodyCandidate> {
  const { bytes, bodyStart } = view;
  const body = bytes.subarray(bodyStart);
  const end = bytes.length;
  const type = parseParameters(fieldOf(view, 'content-type') ?? 'text/plain');
  yield asItLies(view);
  if (body.length > MAX_REWRITTEN_BYTES) return;
  const isMultipart = type.value.startsWith('multipart/');
  // A handful, each one pass over the body: they must not wait until the others have spent the budget.
  yield* rewrittenCandidates(view, body);
  if (isMultipart) yield* multipartCandidates(view, type.params.boundary, affords);
  if (!isMultipart) yield* encodedCandidates(view, body);
  if (!isMultipart) {
    const part = {
      start: bodyStart,
      end,
      encoding: fieldOf(view, 'content-transfer-encoding') ?? '',
      type: fieldOf(view, 'content-type') ?? 'text/plain',
    };
    yield* htmlEndCandidates(view, part);
    yield* topCandidates(view, [part]);
  }
}

/** The body of the leak, to be cut at its end. */
export function asItLies(view: MessageView): BodyCandidate {
  const { bytes, bodyStart } = view;
  const body = bytes.subarray(bodyStart);
  const plain = { inBase64: false, mayCut: true, fields: NO_FIELDS, changes: [] };
  const encoding = transferEncodingOf(fieldOf(view, 'content-transfer-encoding') ?? '');
  const added = cutOff(body, encoding, fieldOf(view, 'content-type') ?? 'text/plain');
  const end = bytes.length;
  return { ...plain, body: whole(body), regions: (cut) => [{ start: bodyStart + cut, end }], added };
}

function whole(text: Uint8Array): CuttableBody {
  return { before: [], text, after: NOTHING };
}

/** Changes made line by line, whatever the type. */
function* rewrittenCandidates(view: MessageView, body: Buffer): Generator<BodyCandidate> {
  const region = [{ start: view.bodyStart, end: view.bytes.length }];
  // Canonicalisation takes CRLF and LF for the same.
  const text = body.toString('latin1').replaceAll('\r\n', '\n');
  for (const [change, rewritten] of lineRewrites(text)) {
    if (rewritten === text) continue;
    const bytes = Buffer.from(rewritten, 'latin1');
    const changed = whole(bytes);
    const encoding = transferEncodingOf(fieldOf(view, 'content-transfer-encoding') ?? '');
    yield {
      changes: [change],
      body: changed,
      inBase64: false,
      mayCut: true,
      regions: () => region,
      added: cutOff(bytes, encoding, fieldOf(view, 'content-type') ?? 'text/plain'),
      fields: NO_FIELDS,
    };
  }
}

/** Longest lines of common quoted-printable encoders: most, Thunderbird, Exchange. */
const QP_WIDTHS = [75, 73, 72];

/** A text decoded, perhaps given a footer, and encoded again, perhaps in another encoding or charset. */
function* encodedCandidates(view: MessageView, body: Buffer): Generator<BodyCandidate> {
  const encoding = transferEncodingOf(fieldOf(view, 'content-transfer-encoding') ?? '');
  const region = [{ start: view.bodyStart, end: view.bytes.length }];
  const decoded = decodeTransfer(body, encoding);
  const other = otherCharset(decoded);
  const linked = encoding === 'identity' ? null : withOriginalLinks(decoded);
  for (const content of [decoded, other, linked].filter((each) => each !== null)) {
    const without = content === linked ? ['link-rewriting'] : ['reencoding'];
    const changes = content === other ? ['reencoding', 'charset'] : without;
    const type = content !== other ? (fieldOf(view, 'content-type') ?? 'text/plain') : 'text/plain';
    const form = (
      text: Buffer,
      inBase64: boolean,
      encodings: readonly (string | null)[],
      written: TransferEncoding = 'identity',
    ): BodyCandidate => ({
      changes,
      body: whole(text),
      inBase64,
      mayCut: true,
      regions: () => region,
      added: cutOff(text, written, type),
      fields: new Map([['content-transfer-encoding', encodings.map(encodingLine)]]),
    });
    if (encoding !== 'identity' || content !== decoded) {
      yield form(content, false, [null, '8bit', '7bit', '8BIT', '7BIT', 'binary']);
    }
    yield form(withCrlf(content), true, ['base64', 'BASE64']);
    yield form(content, true, ['base64', 'BASE64']);
    let last: Buffer = body;
    for (const width of QP_WIDTHS) {
      const quoted = encodeQuotedPrintable(content, width);
      if (quoted.equals(last)) continue;
      last = quoted;
      yield form(quoted, false, ['quoted-printable', 'QUOTED-PRINTABLE'], 'quoted-printable');
    }
  }
}

/** Null where no link was exchanged. */
function withOriginalLinks(text: Buffer): Buffer | null {
  const written = text.toString('latin1');
  const original = originalLinks(written);
  return original === written ? null : Buffer.from(original, 'latin1');
}

function encodingLine(value: string | null): string | null {
  return value === null ? null : `Content-Transfer-Encoding: ${value}`;
}

/** The value of the lowest field of this name on one line, null without one. */
export function fieldOf(view: MessageView, name: string): string | null {
  const field = view.index.get(name)?.at(-1);
  return field === undefined
    ? null
    : view
        .valueOf(field)
        .replace(/\r?\n(?=[ \t])/g, '')
        .trim();
}
