import type { FailureRow, FailuresJson } from '../../../../src/server/api/custody.ts';
import { hrefToItem } from '../../components/item-anchor.tsx';
import { Notice } from '../../components/notice.tsx';
import { MoreRows } from '../../components/paged/more-rows.tsx';
import { usePaged } from '../../components/paged/use-paged.ts';
import { ScrollX } from '../../components/scroll-x.tsx';
import { language } from '../../i18n/language.ts';
import { t } from '../../i18n/t.ts';
import { CUSTODY } from './custody-texts.ts';

/** What could not be read, why, and what to do about it. */
export function FailureTable() {
  const paged = usePaged<FailureRow, FailuresJson>('/api/failures', { lang: language.value });
  if (paged.answer?.total === 0) return <Notice kind="empty">{t(CUSTODY.noFailures)}</Notice>;
  return (
    <>
      <ScrollX label={t(CUSTODY.failures)}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t(CUSTODY.path)}</th>
              <th scope="col">{t(CUSTODY.reason)}</th>
              <th scope="col">{t(CUSTODY.next)}</th>
            </tr>
          </thead>
          <tbody>
            {paged.rows.map(({ id, path, title, detail, next }) => (
              <tr key={id}>
                <td class="break">
                  <a href={hrefToItem(id)}>{path}</a>
                </td>
                <td>
                  <strong>{title}</strong> <span class="soft">{detail}</span>
                </td>
                <td class="small">{next}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
      <MoreRows paged={paged} />
    </>
  );
}
