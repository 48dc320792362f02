import type { MessageEvidence, TwoKeys } from '../evidence.ts';
import type { Vote } from './vote.ts';

/**
 * Two keys for one selector. The DNS holds one key for a name at a time, so two in use at one time are two
 * parties; where the one is known from elsewhere and the other was only computed from signatures, it is the
 * computed one that is in doubt. With both computed, the few that stand in the middle of five times as many are: a
 * domain that goes over to another key does not come back to the one before. One after the other is what every
 * provider does that keeps its selector.
 */
export function judgeTwoKeys({ twoKeys }: MessageEvidence): readonly Vote[] {
  return twoKeys.map((found) => {
    const { own, others, atOneTime, isOutnumbered } = found;
    const isKnown = others.some((each) => each.anchored);
    const isAgainst = !own.anchored && ((atOneTime && isKnown) || isOutnumbered);
    const isOpen = atOneTime && !own.anchored;
    const detail = detailOf(found);
    const code = 'two-keys';
    if (isAgainst) {
      return {
        verdict: 'doubtful',
        decisive: false,
        reason: { code, polarity: 'against', weight: 58, detail },
      };
    }
    const polarity = isOpen ? 'against' : 'note';
    return {
      verdict: 'unverified',
      decisive: false,
      reason: { code, polarity, weight: isOpen ? 24 : 8, detail },
    };
  });
}

function detailOf({ domain, selector, own, others, atOneTime }: TwoKeys): Vote['reason']['detail'] {
  return {
    domain,
    selector,
    messages: own.messages,
    ids: own.ids,
    period: own.period,
    otherMessages: others.reduce((sum, each) => sum + each.messages, 0),
    others: others.flatMap((each) => each.ids),
    otherPeriod: others[0]?.period ?? [],
    atOneTime,
  };
}
