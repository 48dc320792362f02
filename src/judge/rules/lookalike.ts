import type { MessageEvidence } from '../evidence.ts';
import type { Vote } from './vote.ts';

/**
 * A message from a domain that looks like the victim's own is doubtful whatever its signature says: the
 * signature proves that very domain, and a reader sees another.
 */
export function judgeLookalike(evidence: MessageEvidence): readonly Vote[] {
  const { lookalike } = evidence;
  if (lookalike === null) return [];
  const { domain, target, how } = lookalike;
  const reason = {
    code: 'lookalike-domain',
    polarity: 'against',
    weight: 80,
    detail: { domain, target, how, parts: ['from'], words: [domain] },
  } as const;
  return [{ verdict: 'doubtful', decisive: false, reason }];
}
