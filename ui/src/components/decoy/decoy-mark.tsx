import type { DecoyMatch } from '../../../../src/model/decoy-match.ts';
import { formatShare } from '../../i18n/format-number.ts';
import { t } from '../../i18n/t.ts';
import { Icon } from '../icon.tsx';
import './decoy-mark.css';
import { DECOY, LIKENESS_TEXTS } from './decoy-texts.ts';

/** Beside the verdict, never in its place: which decoy an item is, and how that was found. */
export function DecoyMark({ decoy }: { readonly decoy: DecoyMatch }) {
  return (
    <span class="decoy-mark" title={t(DECOY.title, { id: decoy.id, how: tellLikeness(decoy) })}>
      <Icon name="decoys" size={13} />
      {t(DECOY.mark)}
    </span>
  );
}

/** How a decoy was recognised, with the share of its words where not all were found. */
export function tellLikeness({ as, share }: DecoyMatch): string {
  const how = t(LIKENESS_TEXTS[as]);
  return as === 'text' && share < 1 ? `${how} (${t(DECOY.share, { share: formatShare(share) })})` : how;
}
