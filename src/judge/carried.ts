import type { Judgement, Reason, Verdict } from '../model/index.ts';

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
}

/**
 * The verdict on an attachment or a standalone file. An attachment shares the fate of its message: the
 * signature covers its bytes, and a message that was altered may have been altered right there.
 */
export function judgeCarried(evidence: CarriedEvidence): Judgement {
  const { carrier, referenceId, vouchedBy } = evidence;
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
  if (carrier !== null) {
    const { verdict, wordsOnly } = carrier;
    const detail = { from: carrier.id, verdict };
    const code = wordsOnly ? 'inherits-not-covered' : 'inherits';
    return { verdict: 'unverified', reasons: [{ code, polarity: 'note', weight: 5, detail }] };
  }
  const reason: Reason = { code: 'standalone-document', polarity: 'note', weight: 5, detail: {} };
  return { verdict: 'unverified', reasons: [reason] };
}
