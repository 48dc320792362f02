import type { MessageEvidence } from '../evidence.ts';
import type { Vote } from './vote.ts';

/**
 * A hop that took much longer than others between the same servers do, or ended before it began. Queues, moderation and
 * clocks that are wrong for a day are common, so it decides nothing; what none of these explains speaks against.
 */
export function judgeHops({ habits, list }: MessageEvidence): readonly Vote[] {
  const hop = habits?.hop ?? null;
  if (hop === null) return [];
  const { pair, seconds, usual, isQueue } = hop;
  const [from = '', to = ''] = pair.split('>');
  const detail = {
    from,
    to,
    gap: seconds,
    parts: ['date'],
    ...(usual !== null && { usualLag: usual.median, bar: usual.bar, learntFrom: usual.count }),
    ...(isQueue && { cause: 'queue' }),
  };
  const isExplained = isQueue || list !== null;
  const [polarity, weight] = isExplained ? (['note', 3] as const) : (['against', 14] as const);
  return [{ verdict: 'unverified', decisive: false, reason: { code: 'hop-gap', polarity, weight, detail } }];
}
