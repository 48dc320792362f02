import type { SpreadJson } from '../../../../src/server/api/spread.ts';
import { formatShare } from '../../i18n/format-number.ts';
import { t, tn } from '../../i18n/t.ts';
import { SPREAD } from './spread-texts.ts';

/** What the page comes to, before its figures: how much, by how few, and whether accounts acted together. */
export function InShort({ spread }: { readonly spread: SpreadJson }) {
  const { volume, concentration, coordination } = spread;
  const { supported, groups } = coordination;
  const members = new Set(groups.flatMap((group) => group.members)).size;
  return (
    <ul class="in-short">
      <li>{tn(SPREAD.shortVolume, volume.posts, { accounts: volume.accounts })}</li>
      <li>
        {volume.bursts.length === 0 ? t(SPREAD.shortNoBurst) : tn(SPREAD.shortBursts, volume.bursts.length)}
      </li>
      <li>{t(SPREAD.shortTop, { share: formatShare(concentration.topTenShare) })}</li>
      <li>
        {supported === 0 ? t(SPREAD.shortNoPair) : tn(SPREAD.shortPairs, supported, { accounts: members })}
      </li>
    </ul>
  );
}
