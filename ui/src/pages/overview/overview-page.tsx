import type { OverviewJson } from '../../../../src/server/api/overview.ts';
import { progress } from '../../api/events.ts';
import { getJson } from '../../api/request.ts';
import { session } from '../../api/session.ts';
import { useResource } from '../../api/use-resource.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Notice } from '../../components/notice.tsx';
import { VerdictBar } from '../../components/verdict/verdict-bar.tsx';
import { formatBytes } from '../../i18n/format-number.ts';
import { language } from '../../i18n/language.ts';
import { t, tn } from '../../i18n/t.ts';
import { Answers } from './answers.tsx';
import { CountList } from './count-list.tsx';
import { FailureList } from './failure-list.tsx';
import { FirstLooks } from './first-looks.tsx';
import './overview.css';
import { languagesOf, peopleOf, reasonsOf, topicsOf } from './counts-of.ts';
import { OVERVIEW } from './overview-texts.ts';
import { TimelineSection } from './timeline/timeline-section.tsx';

/** How bad it is, at a glance; while a sift runs it is asked again with each progress the server tells. */
export default function OverviewPage() {
  const lang = language.value;
  const told = progress.value;
  const { resource } = useResource(`${lang} ${told?.items ?? 0} ${told?.running ?? false}`, (abort) =>
    getJson<OverviewJson>('/api/overview', { lang }, abort),
  );
  return <Loaded resource={resource}>{(overview) => <Overview overview={overview} />}</Loaded>;
}

function Overview({ overview }: { readonly overview: OverviewJson }) {
  const { totals, progress } = overview;
  return (
    <div class="page overview">
      <header>
        <h1>{session.value?.case?.name.replace(/\.tamis$/u, '')}</h1>
        <p>{totals.items.total === 0 ? t(OVERVIEW.emptyCase) : totalsLine(overview)}</p>
      </header>
      {!progress.running && progress.tasks.pending > 0 && (
        <Notice kind="warning">{tn(OVERVIEW.interrupted, progress.tasks.pending)}</Notice>
      )}
      <Answers overview={overview} />
      <Verdicts overview={overview} />
      <TimelineSection timeline={overview.timeline} />
      <div class="columns">
        <CountList title={t(OVERVIEW.senders)} counts={peopleOf(overview.senders)} />
        <CountList title={t(OVERVIEW.recipients)} counts={peopleOf(overview.recipients)} />
        <CountList title={t(OVERVIEW.topics)} counts={topicsOf(overview.topics)} />
        <CountList title={t(OVERVIEW.languages)} counts={languagesOf(overview.languages)} />
        <CountList title={t(OVERVIEW.reasons)} counts={reasonsOf(overview.reasons)} />
        <FailureList failures={overview.failures} />
      </div>
    </div>
  );
}

/** The bar of verdicts and what to look at first; before anything is judged, that it is not. */
function Verdicts({ overview: { totals, verdicts, first } }: { readonly overview: OverviewJson }) {
  const counts = Object.fromEntries(verdicts.map(({ verdict, count }) => [verdict ?? 'none', count]));
  const judged = Object.values(totals.verdicts).some((count) => count > 0);
  return (
    <>
      <section class="section">
        <h2>{t(OVERVIEW.verdicts)}</h2>
        {judged ? (
          <>
            <VerdictBar counts={counts} label={t(OVERVIEW.verdicts)} />
            <p class="soft small measure">{t(OVERVIEW.verdictsWhat)}</p>
          </>
        ) : (
          <Notice kind="empty">{t(OVERVIEW.unjudged)}</Notice>
        )}
      </section>
      {judged && (
        <section class="section">
          <h2>{t(OVERVIEW.first)}</h2>
          {first.length === 0 ? (
            <Notice kind="empty">{t(OVERVIEW.firstNone)}</Notice>
          ) : (
            <FirstLooks looks={first} />
          )}
        </section>
      )}
    </>
  );
}

function totalsLine({ totals: { items, bytes, duplicates } }: OverviewJson): string {
  return [
    tn(OVERVIEW.items, items.total),
    tn(OVERVIEW.messages, items.message),
    tn(OVERVIEW.documents, items.document),
    tn(OVERVIEW.images, items.image),
    tn(OVERVIEW.duplicates, duplicates),
    formatBytes(bytes),
  ].join(' · ');
}
