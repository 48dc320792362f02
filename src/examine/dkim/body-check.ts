import type { BodyCheck, ByteRange } from '../../model/index.ts';
import { bodyOffsetOf } from './body-hashes.ts';
import type { MessageView } from './message-view.ts';
import type { SignatureTags } from './signature-tags.ts';

/** Whether the body has the hash of bh=, and what of it the hash covers. */
export interface BodyOutcome {
  readonly check: BodyCheck;
  readonly covered: ByteRange | null;
  readonly uncovered: ByteRange | null;
  readonly lengthBeyondBody: boolean;
}

/** Compares the body with bh=, and tells the bytes that are covered and, after l=, those that are not. */
export function checkBody(view: MessageView, tags: SignatureTags): BodyOutcome {
  const none = (why: string): BodyOutcome => ({
    check: { type: 'not-checkable', why },
    covered: null,
    uncovered: null,
    lengthBeyondBody: false,
  });
  if (tags.kind === 'arc-seal') return none('seal-has-no-body');
  if (tags.broken !== null || tags.hash === null) return none(tags.broken ?? 'unknown-algorithm');
  const hash = view.bodyHashes.get(tags.relaxedBody, tags.hash, tags.bodyLength);
  if (hash === null) return none('too-costly');
  const isMatch = hash.digest.equals(tags.bodyHash);
  const missing = isMatch ? null : missingBody(view);
  if (missing !== null) return none(missing);
  const end = view.bytes.length;
  const isCut = tags.bodyLength !== null && tags.bodyLength < hash.length;
  const split = isCut
    ? bodyOffsetOf(view.bytes, view.bodyStart, tags.relaxedBody, tags.bodyLength ?? 0)
    : end;
  return {
    check: { type: isMatch ? 'match' : 'mismatch' },
    covered: { start: view.bodyStart, end: split },
    uncovered: isCut ? { start: split, end } : null,
    lengthBeyondBody: tags.bodyLength !== null && tags.bodyLength > hash.length,
  };
}

/** Bounces and exports of headers leave the text out: what is not there was not changed. Null when it is there whole. */
function missingBody({ bytes, bodyStart, isCut }: MessageView): string | null {
  if (isCut) return 'body-cut';
  return bytes.subarray(bodyStart, bodyStart + LONGEST_BLANK).every(isLineEnd) &&
    bytes.length - bodyStart <= LONGEST_BLANK
    ? 'no-body'
    : null;
}

/** Some empty lines. What has more was emptied by somebody, and is compared. */
const LONGEST_BLANK = 16;

function isLineEnd(byte: number): boolean {
  return byte === 0x0a || byte === 0x0d;
}
