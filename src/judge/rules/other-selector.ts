import type { MessageEvidence } from '../evidence.ts';
import type { Vote } from './vote.ts';

/** Others under the same selector in these months, beside the message itself. */
const LEAST_ALIKE = 2;

/**
 * A signature under another selector than the domain used at the time, before and after, on the sender's other mail. It is
 * asked only of messages that nothing verifies; a new service with a key of its own may begin with one message, so what
 * a forger invents and what a server's owner tried out look alike: doubt, and no more; and not where the message lies in
 * another mailbox as well or a verified answer quotes it.
 */
export function judgeOtherSelector(evidence: MessageEvidence): readonly Vote[] {
  const { habits, list, copies, corroboration } = evidence;
  const found = habits?.otherSelector ?? null;
  if (found === null || list !== null) return [];
  // Whoever invents a message puts it into one mailbox, and nobody answers it.
  if (copies.length > 0 || (corroboration?.vouches.length ?? 0) > 0) return [];
  const { usual, seen, messages, alike } = found;
  const detail = { usual, seen, messages, ...(alike > 0 && { alike }), parts: ['signature'] };
  const code = 'selector-unlike-others';
  // One or two messages are what an owner tries out.
  if (alike < LEAST_ALIKE) {
    return [
      { verdict: 'unverified', decisive: false, reason: { code, polarity: 'note', weight: 14, detail } },
    ];
  }
  return [
    { verdict: 'doubtful', decisive: false, reason: { code, polarity: 'against', weight: 47, detail } },
  ];
}
