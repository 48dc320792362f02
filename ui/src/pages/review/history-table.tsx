import type { ReviewEventJson } from '../../../../src/server/api/review.ts';
import { hrefToItem } from '../../components/item-anchor.tsx';
import { Moment } from '../../components/moment.tsx';
import { Notice } from '../../components/notice.tsx';
import { MoreRows } from '../../components/paged/more-rows.tsx';
import { usePaged } from '../../components/paged/use-paged.ts';
import { tellDetail } from '../../components/tell-detail.ts';
import { REVIEW_ACTIONS } from '../../i18n/codes/action-texts.ts';
import { textOfCode } from '../../i18n/codes/text-of-code.ts';
import { t } from '../../i18n/t.ts';
import { REVIEW_PAGE } from './review-page-texts.ts';

/** Every step of the review with its author. */
export function HistoryTable({ version }: { readonly version: number }) {
  const paged = usePaged<ReviewEventJson>('/api/review/history', {}, version);
  return (
    <section class="section">
      <h2>{t(REVIEW_PAGE.history)}</h2>
      {paged.answer?.total === 0 && <Notice kind="empty">{t(REVIEW_PAGE.historyNone)}</Notice>}
      <ul class="history">
        {paged.rows.map(({ number, time, author, action, item, detail }) => (
          <li key={number}>
            <span class="soft">
              <Moment at={time} />
            </span>
            <strong>{author}</strong>
            <span title={action}>{t(textOfCode(REVIEW_ACTIONS, action))}</span>
            {item === null ? <span /> : <a href={hrefToItem(item)}>{item}</a>}
            <span class="soft small break">{tellDetail(detail)}</span>
          </li>
        ))}
      </ul>
      <MoreRows paged={paged} />
    </section>
  );
}
