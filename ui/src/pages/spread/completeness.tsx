import type { SpreadJson } from '../../../../src/server/api/spread.ts';
import { formatNumber, formatShare } from '../../i18n/format-number.ts';
import { t } from '../../i18n/t.ts';
import { fieldName, platformName } from './names.ts';
import { SPREAD } from './spread-texts.ts';

/** What is missing from the posts: figures cannot be better than this. */
export function Completeness({ completeness }: { readonly completeness: SpreadJson['completeness'] }) {
  const { platforms, missing } = completeness;
  const lacking = Object.entries(missing).filter(([, share]) => share > 0);
  return (
    <section class="section">
      <h2>{t(SPREAD.completeness)}</h2>
      <p class="soft">
        {t(SPREAD.postsBy)}{' '}
        {Object.entries(platforms)
          .map(([platform, posts]) => `${platformName(platform)} (${formatNumber(posts)})`)
          .join(', ')}
      </p>
      {lacking.length > 0 && (
        <p class="soft">
          {t(SPREAD.missing)}{' '}
          {lacking.map(([field, share]) => `${fieldName(field)} (${formatShare(share)})`).join(', ')}
        </p>
      )}
    </section>
  );
}
