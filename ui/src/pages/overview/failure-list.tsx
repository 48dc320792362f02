import type { FailureCount } from '../../../../src/server/api/overview.ts';
import { Notice } from '../../components/notice.tsx';
import { formatNumber } from '../../i18n/format-number.ts';
import { t } from '../../i18n/t.ts';
import { hrefTo } from '../../router/route.ts';
import { OVERVIEW } from './overview-texts.ts';

/** What could not be read, why, and what to do about it. */
export function FailureList({ failures }: { readonly failures: readonly FailureCount[] }) {
  return (
    <section class="section">
      <h2>{t(OVERVIEW.failures)}</h2>
      {failures.length === 0 ? (
        <Notice kind="empty">{t(OVERVIEW.failuresNone)}</Notice>
      ) : (
        <>
          <p class="soft small">{t(OVERVIEW.failuresWhat)}</p>
          <ul class="stack">
            {failures.map(({ code, title, text, next, count, query }) => (
              <li key={code}>
                <a href={hrefTo('reader', { q: query })}>
                  {title} <strong>{formatNumber(count)}</strong>
                </a>
                <p class="small">{text}</p>
                {next !== '' && <p class="small soft">{next}</p>}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
