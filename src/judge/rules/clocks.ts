import type { UsualLag } from '../../examine/habits/usual-lags.ts';
import type { ClockGap, Reason } from '../../model/index.ts';
import type { MessageEvidence } from '../evidence.ts';
import type { Vote } from './vote.ts';

/** A gap below a day has too many innocent causes: wrong clocks, wrong zones, slow queues. */
const DAY_SECONDS = 86_400;
/**
 * One stamp may be a fabricated id of honest software; two of different programs that agree are not. A queue id and
 * the date beside it in one Received field were written at one moment by one server, so there one is enough: none of
 * 5,458 real messages (docs/evaluation.md) has such a gap of an hour.
 */
const WITNESSES_OF_DOUBT = 2;

/**
 * What the clocks of a message say. They only ever speak against it, and not where the sender's own domain
 * vouches for the fields they stand in: the gap is then a remark. Where a mailing list passed the message on it
 * is told, and decides nothing.
 */
export function judgeClocks(evidence: MessageEvidence): readonly Vote[] {
  const { clockGap, habits } = evidence;
  if (clockGap === null) return [];
  const lag = habits?.lag ?? null;
  const gap = isUsual(clockGap, lag) ? { ...clockGap, cause: 'habit' as const } : clockGap;
  if (isExplained(gap) || isVouchedFor(evidence)) return [vote('unverified', gap, 'note', 4, lag)];
  const isEnough = gap.type === 'beside' || gap.witnesses >= WITNESSES_OF_DOUBT;
  if (isEnough && evidence.list === null) {
    return [vote('doubtful', gap, 'against', 55, lag)];
  }
  return [vote('unverified', gap, 'against', 18, lag)];
}

/** A hidden clock names another day, and neither its own cause nor the usual lag of the route explains it. */
export function isUnexplainedDay({ clockGap, habits }: MessageEvidence): boolean {
  if (clockGap === null || clockGap.type === 'impossible-id') return false;
  return !isExplained(clockGap) && !isUsual(clockGap, habits?.lag ?? null);
}

function isExplained({ cause, type, seconds }: ToldGap): boolean {
  return cause !== null || (type !== 'impossible-id' && Math.abs(seconds) < DAY_SECONDS);
}

/** A wrong clock of an hour and more that all mail of this sender by this route shows alike. */
const LEAST_USUAL = 3600;

function isUsual({ type, seconds }: ClockGap, lag: UsualLag | null): boolean {
  if (lag === null || type === 'impossible-id' || Math.abs(lag.median) < LEAST_USUAL) return false;
  return Math.abs(Math.abs(seconds) - Math.abs(lag.median)) <= lag.bar;
}

type ToldGap = Omit<ClockGap, 'cause'> & { readonly cause: ClockGap['cause'] | 'habit' };

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

function vote(
  verdict: Vote['verdict'],
  gap: ToldGap,
  polarity: Reason['polarity'],
  weight: number,
  lag: UsualLag | null,
): Vote {
  const { source, seconds, stamp, witnesses, cause, type } = gap;
  const detail = {
    clock: source,
    kind: type,
    parts: ['date'],
    stamp,
    gap: seconds,
    ...(witnesses > 1 && { witnesses }),
    ...(cause !== null && { cause }),
    ...(lag !== null && { usualLag: lag.median, bar: lag.bar, learntFrom: lag.count }),
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
