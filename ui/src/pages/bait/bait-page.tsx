import type { BaitJson, BaitRow } from '../../../../src/server/api/bait.ts';
import { session } from '../../api/session.ts';
import { tellFailure } from '../../api/tell-failure.ts';
import { Moment } from '../../components/moment.tsx';
import { Notice } from '../../components/notice.tsx';
import { MoreRows } from '../../components/paged/more-rows.tsx';
import { usePaged } from '../../components/paged/use-paged.ts';
import { formatMinute } from '../../i18n/format-date.ts';
import { language } from '../../i18n/language.ts';
import { t } from '../../i18n/t.ts';
import { hrefTo, route, setParams } from '../../router/route.ts';
import { BaitCard } from './bait-card.tsx';
import './bait.css';
import { BAIT } from './bait-texts.ts';

const SORTS = ['score', 'date'] as const;

/** What a look for phishing found in the leak, the likeliest first. */
export default function BaitPage() {
  const sort = route.value.params.sort === 'date' ? 'date' : 'score';
  const paged = usePaged<BaitRow, BaitJson>('/api/bait', { sort, lang: language.value });
  const { answer, rows, failure } = paged;
  const look = answer?.look ?? null;
  return (
    <div class="page bait">
      <header>
        <h1>{t(BAIT.title)}</h1>
        <p>{t(BAIT.what)}</p>
      </header>
      {failure !== null && <Notice kind="failed">{tellFailure(failure)}</Notice>}
      {answer !== null && look === null && (
        <Notice kind="unchecked">{t(BAIT.notLooked, { name: session.value?.case?.name ?? '' })}</Notice>
      )}
      {look !== null && answer?.total === 0 && (
        <Notice kind="empty">{t(BAIT.nothing, { messages: look.messages })}</Notice>
      )}
      {look !== null && answer !== null && answer.total > 0 && (
        <>
          <div class="row">
            <p role="status">
              {t(BAIT.looked, { n: answer.total, messages: look.messages, time: formatMinute(look.time) })}
              {look.brands.length > 0 && (
                <span class="soft"> · {t(BAIT.against, { brands: look.brands.join(', ') })}</span>
              )}
            </p>
            <label class="soft small">
              {t(BAIT.sort)}{' '}
              <select value={sort} onChange={(event) => setParams({ sort: event.currentTarget.value })}>
                {SORTS.map((each) => (
                  <option key={each} value={each}>
                    {t(BAIT[each])}
                  </option>
                ))}
              </select>
            </label>
            <a href={hrefTo('reader', { q: 'reason:bait-mail' })}>{t(BAIT.openAll)}</a>
          </div>
          <ol class="bait-list">
            {rows.map((row) => (
              <BaitCard key={row.id} row={row} when={<Moment at={row.date} />} />
            ))}
          </ol>
          <MoreRows paged={paged} />
        </>
      )}
    </div>
  );
}
