import type { SpreadJson } from '../../../../src/server/api/spread.ts';
import { formatNumber, formatShare } from '../../i18n/format-number.ts';
import { t } from '../../i18n/t.ts';
import { SPREAD } from './spread-texts.ts';

/** What is missing from the posts: figures cannot be better than this. */
export function Completeness({ completeness }: { readonly completeness: SpreadJson['completeness'] }) {
  const { platforms, missing } = completeness;
  return (
    <section class="section">
      <h2>{t(SPREAD.completeness)}</h2>
      <ul class="soft">
        {Object.entries(platforms).map(([platform, posts]) => (
          <li key={platform}>
            {platform}: {formatNumber(posts)}
          </li>
        ))}
        {Object.entries(missing)
          .filter(([, share]) => share > 0)
          .map(([field, share]) => (
            <li key={field}>
              {t(SPREAD.missing, { field })}: {formatShare(share)}
            </li>
          ))}
      </ul>
    </section>
  );
}
