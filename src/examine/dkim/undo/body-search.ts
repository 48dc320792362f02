import { createHash } from 'node:crypto';
import type { ByteRange } from '../../../model/index.ts';
import { BodyCanonicalizer } from '../body-canonicalizer.ts';
import type { MessageView } from '../message-view.ts';
import { type BodyCandidate, bodyCandidates } from './body-candidates.ts';
import type { BodyFound, BodyTarget, UndoBudget } from './body-target.ts';
import { cutPoints, findCut } from './cut-search.ts';

/** The first candidate body that has the stated hash, or null when none has or the budget is spent. */
export function searchBody(view: MessageView, target: BodyTarget, budget: UndoBudget): BodyFound | null {
  for (const candidate of bodyCandidates(view)) {
    const cut = tryCandidate(candidate, target, budget);
    if (cut === null) continue;
    const isCut = cut < candidate.body.text.length;
    return {
      changes: isCut ? [...candidate.changes, 'list-footer'] : candidate.changes,
      regions: candidate.regions(cut).filter(({ start, end }) => end > start) as readonly ByteRange[],
      fields: candidate.fields,
    };
  }
  return null;
}

function tryCandidate(candidate: BodyCandidate, target: BodyTarget, budget: UndoBudget): number | null {
  const { body, encode, mayCut } = candidate;
  if (encode === null && mayCut) return findCut(body, target, budget);
  const text = Buffer.from(body.text.buffer as ArrayBuffer, body.text.byteOffset, body.text.length);
  const cuts = mayCut ? cutPoints(text) : [text.length];
  for (const cut of cuts) {
    if (!budget.take(2 * cut)) return null;
    const prefix = text.subarray(0, cut);
    const bytes = encode === null ? prefix : encode(prefix);
    if (hashOf(bytes, target).equals(target.digest)) return cut;
  }
  return null;
}

function hashOf(bytes: Uint8Array, target: BodyTarget): Buffer {
  const state = createHash(target.hash);
  let left = target.length ?? Number.POSITIVE_INFINITY;
  const canonical = new BodyCanonicalizer(target.relaxed, (part) => {
    if (left > 0) state.update(part.length <= left ? part : part.subarray(0, left));
    left -= part.length;
  });
  canonical.write(bytes, 0, bytes.length);
  canonical.end();
  return state.digest();
}
