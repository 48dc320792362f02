import type { DocumentClaim } from '../examine/near-duplicates/claim.ts';
import type { Judgement, Reason, Verdict } from '../model/index.ts';
import type { Difference } from './evidence.ts';

/** What is known of an item that is not a message. */
export interface CarriedEvidence {
  /** The message that carries it, however deep, with its verdict; null for a file that stands alone. */
  readonly carrier: {
    readonly id: string;
    readonly verdict: Verdict;
    /** Corroborated only by who quotes its words. */
    readonly wordsOnly: boolean;
  } | null;
  /** An item of the reference archive with the same bytes. */
  readonly referenceId: string | null;
  /** Messages judged authentic or corroborated that carry the very same bytes elsewhere. */
  readonly vouchedBy: { readonly id: string; readonly verdict: 'authentic' | 'corroborated' } | null;
  /** A message that carries the very same bytes, signed as it should be by somebody to whom nobody here writes. */
  readonly stranger: string | null;
  /** A file with the same words whose bytes such a message carries. */
  readonly sameWords: VouchedWords | null;
  /** A document vouched for that this one nearly equals, with other words. */
  readonly original: OriginalFinding | null;
}

/** A file that is vouched for by its bytes, and the message that carries it. */
export interface VouchedWords {
  readonly id: string;
  readonly from: string;
}

/** A document that is vouched for, and what another that nearly equals it claims and changes. */
export interface OriginalFinding {
  readonly id: string;
  /** `same-message`: it hangs by the same name on a message of the same Message-ID. */
  readonly claim: DocumentClaim | 'same-message';
  /** Shingles in both, of those in either: 0 to 1. */
  readonly similarity: number;
  /** When the copy says it was saved. */
  readonly saved: string | null;
  readonly differences: readonly Difference[];
}

/**
 * The verdict on an attachment or a standalone file. An attachment shares the fate of its message: the
 * signature covers its bytes, and a message that was altered may have been altered right there.
 */
export function judgeCarried(evidence: CarriedEvidence): Judgement {
  const { original } = evidence;
  const judgement = withoutOriginal(evidence);
  if (original === null || judgement.verdict === 'authentic') return judgement;
  const { claim, id, similarity, saved, differences } = original;
  // With the very words of a document that is vouched for, being near another one means nothing.
  if (evidence.sameWords !== null && claim !== 'same-message') return judgement;
  const detail = { other: id, percent: Math.floor(100 * similarity), parts: ['document'], differences };
  const add = (verdict: Verdict, reason: Reason): Judgement => ({
    verdict,
    reasons: [reason, ...judgement.reasons].sort((a, b) => b.weight - a.weight),
  });
  if (claim === 'none') {
    return add(judgement.verdict, { code: 'near-copy', polarity: 'note', weight: 6, detail });
  }
  if (claim === 'saved-after-leak') {
    const reason = {
      code: 'document-changed-later',
      polarity: 'against',
      weight: 55,
      detail: { ...detail, saved },
    } as const;
    return add(judgement.verdict === 'altered' ? 'altered' : 'doubtful', reason);
  }
  return add('altered', {
    code: 'document-altered',
    polarity: 'against',
    weight: 85,
    detail: { ...detail, claim },
  });
}

function withoutOriginal(evidence: CarriedEvidence): Judgement {
  const { carrier, referenceId, vouchedBy, stranger, sameWords } = evidence;
  if (referenceId !== null) {
    const detail = { reference: referenceId, by: 'bytes' };
    const reason: Reason = { code: 'reference-identical-bytes', polarity: 'for', weight: 100, detail };
    return { verdict: 'authentic', reasons: [reason] };
  }
  if (carrier !== null && carrier.verdict !== 'unverified' && !carrier.wordsOnly) {
    const { verdict } = carrier;
    const polarity = verdict === 'authentic' || verdict === 'corroborated' ? 'for' : 'against';
    const detail = { from: carrier.id, verdict };
    return { verdict, reasons: [{ code: 'inherits', polarity, weight: 50, detail }] };
  }
  if (vouchedBy !== null) {
    const detail = { from: vouchedBy.id, verdict: vouchedBy.verdict };
    return {
      verdict: 'corroborated',
      reasons: [{ code: 'same-bytes-vouched', polarity: 'for', weight: 55, detail }],
    };
  }
  if (sameWords !== null) {
    const { id: other, from } = sameWords;
    const detail = { other, from };
    return {
      verdict: 'corroborated',
      reasons: [{ code: 'same-words-vouched', polarity: 'for', weight: 40, detail }],
    };
  }
  const elsewhere: readonly Reason[] =
    stranger === null
      ? []
      : [{ code: 'same-bytes-stranger', polarity: 'note', weight: 6, detail: { from: stranger } }];
  if (carrier !== null) {
    const { verdict, wordsOnly } = carrier;
    const detail = { from: carrier.id, verdict };
    const code = wordsOnly ? 'inherits-not-covered' : 'inherits';
    return { verdict: 'unverified', reasons: [...elsewhere, { code, polarity: 'note', weight: 5, detail }] };
  }
  const reason: Reason = { code: 'standalone-document', polarity: 'note', weight: 5, detail: {} };
  return { verdict: 'unverified', reasons: [...elsewhere, reason] };
}
