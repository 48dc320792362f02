import type { ClockGap, Reason } from '../../model/index.ts';
import type { MessageEvidence } from '../evidence.ts';
import type { Vote } from './vote.ts';

/** A gap below a day has too many innocent causes: wrong clocks, wrong zones, slow queues. */
const DAY_SECONDS = 86_400;
/** One stamp may be a fabricated id of honest software; two of different programs that agree are not. */
const WITNESSES_OF_DOUBT = 2;

/**
 * What the clocks of a message say. They only ever speak against it, and not where the sender's own domain
 * vouches for the fields they stand in: the gap is then a remark. Where a mailing list passed the message on it
 * is told, and decides nothing.
 */
export function judgeClocks(evidence: MessageEvidence): readonly Vote[] {
  const { clockGap: gap } = evidence;
  if (gap === null) return [];
  const explained =
    gap.cause !== null || (gap.type !== 'impossible-id' && Math.abs(gap.seconds) < DAY_SECONDS);
  if (explained || isVouchedFor(evidence)) return [vote('unverified', gap, 'note', 4)];
  if (gap.witnesses >= WITNESSES_OF_DOUBT && evidence.list === null) {
    return [vote('doubtful', gap, 'against', 55)];
  }
  return [vote('unverified', gap, 'against', 18)];
}

/** By the sender's own domain: that a relay signed the message says nothing on what it carried. */
function isVouchedFor({ signatures }: MessageEvidence): boolean {
  return signatures.some(
    ({ kind, header, body, key, alignment }) =>
      kind === 'dkim' &&
      header.type === 'good' &&
      body.type === 'match' &&
      alignment !== 'none' &&
      key?.trust !== 'recovered' &&
      key?.trust !== 'published',
  );
}

function vote(verdict: Vote['verdict'], gap: ClockGap, polarity: Reason['polarity'], weight: number): Vote {
  const { source, seconds, stamp, witnesses, cause, type } = gap;
  const detail = {
    clock: source,
    kind: type,
    parts: ['date'],
    stamp,
    gap: seconds,
    ...(witnesses > 1 && { witnesses }),
    ...(cause !== null && { cause }),
  };
  if (type === 'impossible-id') {
    return {
      verdict: 'unverified',
      decisive: false,
      reason: { code: 'impossible-queue-id', polarity, weight, detail: { id: stamp, clock: source } },
    };
  }
  return { verdict, decisive: false, reason: { code: 'clock-gap', polarity, weight, detail } };
}
