import type { MessageEvidence } from '../evidence.ts';
import { otherAddressShown } from './rests-on-less.ts';
import type { Vote } from './vote.ts';

/**
 * An address of the victim's own in the name of a sender who writes from elsewhere: mail programs show the name, so
 * that a reader takes the one for the other, and a signature of the other vouches for nothing that is read.
 */
export function judgeShownAddress({ shownAddress, list }: MessageEvidence): readonly Vote[] {
  if (shownAddress === null || !shownAddress.isProtected || list !== null) return [];
  const { address, domain } = shownAddress;
  const reason = otherAddressShown('against', 78, address, domain);
  return [{ verdict: 'doubtful', decisive: false, reason }];
}
