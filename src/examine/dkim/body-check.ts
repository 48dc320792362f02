import type { BodyCheck, ByteRange } from '../../model/index.ts';
import { bodyOffsetOf } from './body-hashes.ts';
import type { MessageView } from './message-view.ts';
import type { SignatureTags } from './signature-tags.ts';

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
  const end = view.bytes.length;
  const isCut = tags.bodyLength !== null && tags.bodyLength < hash.length;
  const split = isCut
    ? bodyOffsetOf(view.bytes, view.bodyStart, tags.relaxedBody, tags.bodyLength ?? 0)
    : end;
  return {
    check: { type: hash.digest.equals(tags.bodyHash) ? 'match' : 'mismatch' },
    covered: { start: view.bodyStart, end: split },
    uncovered: isCut ? { start: split, end } : null,
    lengthBeyondBody: tags.bodyLength !== null && tags.bodyLength > hash.length,
  };
}
