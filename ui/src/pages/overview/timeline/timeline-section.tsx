import type { TimelineJson } from '../../../../../src/server/api/overview.ts';
import { Notice } from '../../../components/notice.tsx';
import { formatDay } from '../../../i18n/format-date.ts';
import { t, tn } from '../../../i18n/t.ts';
import { OVERVIEW } from '../overview-texts.ts';
import { binsOf } from './bins.ts';
import { TimelineChart } from './timeline-chart.tsx';
import './timeline.css';

/** The leak over time: messages by verdict, and what was saved after the fact. */
export function TimelineSection({ timeline }: { readonly timeline: TimelineJson }) {
  const { days, first, last, undated, savedAfter } = timeline;
  const { outside, ...line } = binsOf(days);
  const saved = savedAfter.reduce((sum, { count }) => sum + count, 0);
  return (
    <section class="section">
      <h2>{t(OVERVIEW.timeline)}</h2>
      {days.length === 0 || first === null || last === null ? (
        <Notice kind="empty">{t(OVERVIEW.noTimeline)}</Notice>
      ) : (
        <>
          <p class="soft small">
            {[
              t(OVERVIEW.range, { first: formatDay(first), last: formatDay(last) }),
              ...(undated > 0 ? [tn(OVERVIEW.undated, undated)] : []),
              ...(outside > 0 ? [tn(OVERVIEW.outside, outside)] : []),
              ...(saved > 0 ? [tn(OVERVIEW.saved, saved)] : []),
            ].join(' · ')}
            {'. '}
            {t(OVERVIEW.timelineWhat)}
          </p>
          <TimelineChart {...line} saved={savedAfter} />
        </>
      )}
    </section>
  );
}
