import type { MessageEvidence } from '../evidence.ts';
import type { Vote } from './vote.ts';

/** The name of somebody known on mail from another house: a remark, since people have private mailboxes. */
export function judgeNamesake({ habits, list }: MessageEvidence): readonly Vote[] {
  const found = habits?.namesake ?? null;
  if (found === null || list !== null) return [];
  const { address, messages } = found;
  const reason = {
    code: 'name-of-another',
    polarity: 'note',
    weight: 13,
    detail: { address, messages },
  } as const;
  return [{ verdict: 'unverified', decisive: false, reason }];
}
