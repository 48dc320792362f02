import type { DecoysJson } from '../../../../src/server/api/decoys.ts';
import type { SearchRow } from '../../../../src/server/api/search.ts';
import { session } from '../../api/session.ts';
import { tellFailure } from '../../api/tell-failure.ts';
import { LIKENESS_TEXTS } from '../../components/decoy/decoy-texts.ts';
import { Notice } from '../../components/notice.tsx';
import { MoreRows } from '../../components/paged/more-rows.tsx';
import { usePaged } from '../../components/paged/use-paged.ts';
import { SHOWN_VERDICTS } from '../../components/verdict/shown-verdict.ts';
import { VerdictMark } from '../../components/verdict/verdict-mark.tsx';
import { formatMinute } from '../../i18n/format-date.ts';
import { formatNumber } from '../../i18n/format-number.ts';
import { t, tn } from '../../i18n/t.ts';
import { hrefTo } from '../../router/route.ts';
import { DecoyTable } from './decoy-table.tsx';
import './decoys.css';
import { DECOYS } from './decoys-texts.ts';

/** Which items of the leak were planted by its owner, beside their verdicts. */
export default function DecoysPage() {
  const paged = usePaged<SearchRow, DecoysJson>('/api/decoys');
  const { answer, rows, failure } = paged;
  return (
    <div class="page decoys">
      <header>
        <h1>{t(DECOYS.title)}</h1>
        <p>{t(DECOYS.what)}</p>
      </header>
      {failure !== null && <Notice kind="failed">{tellFailure(failure)}</Notice>}
      {answer !== null && <Standing answer={answer} />}
      {answer !== null && answer.total > 0 && (
        <>
          <Counts answer={answer} />
          <section class="section">
            <DecoyTable rows={rows} />
            <MoreRows paged={paged} />
          </section>
          <p class="soft measure">{t(DECOYS.next)}</p>
        </>
      )}
    </div>
  );
}

function Standing({ answer: { held, total, decoys } }: { readonly answer: DecoysJson }) {
  if (held === null && total === 0)
    return <Notice kind="unchecked">{t(DECOYS.notHeld, { name: session.value?.case?.name ?? '' })}</Notice>;
  const time = held === null ? '–' : formatMinute(held.time);
  if (total === 0) return <Notice kind="empty">{t(DECOYS.none, { time })}</Notice>;
  return (
    <p role="status">
      {tn(DECOYS.found, total, { decoys, time })}{' '}
      <a href={hrefTo('reader', { q: 'is:decoy' })}>{t(DECOYS.openAll)}</a>
    </p>
  );
}

function Counts({ answer: { likenesses, verdicts } }: { readonly answer: DecoysJson }) {
  return (
    <div class="columns">
      <section class="section">
        <h2>{t(DECOYS.how)}</h2>
        <dl class="decoy-counts">
          {likenesses.map(({ likeness, count }) => (
            <div key={likeness} class={count === 0 ? 'soft' : ''}>
              <dt>{t(LIKENESS_TEXTS[likeness])}</dt>
              <dd class="number">{formatNumber(count)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section class="section">
        <h2>{t(DECOYS.verdicts)}</h2>
        <dl class="decoy-counts">
          {verdicts
            .filter(({ count }) => count > 0)
            .map(({ verdict, count }) => (
              <div key={verdict}>
                <dt>
                  <a href={hrefTo('reader', { q: `is:decoy verdict:${verdict}` })}>
                    <VerdictMark verdict={SHOWN_VERDICTS.find((each) => each === verdict) ?? 'none'} />
                  </a>
                </dt>
                <dd class="number">{formatNumber(count)}</dd>
              </div>
            ))}
        </dl>
        <p class="soft small measure">{t(DECOYS.verdictsWhat)}</p>
      </section>
    </div>
  );
}
