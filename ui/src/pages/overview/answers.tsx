import type { ComponentChildren } from 'preact';
import type { OverviewJson } from '../../../../src/server/api/overview.ts';
import { formatPart } from '../../i18n/format-date.ts';
import { formatNumber, formatShare } from '../../i18n/format-number.ts';
import { t, tn } from '../../i18n/t.ts';
import { hrefTo } from '../../router/route.ts';
import { OVERVIEW } from './overview-texts.ts';
import { binsOf } from './timeline/bins.ts';

/** Kinds of personal data that are named; the rest is in the filters. */
const MOST_KINDS = 4;

/** The reason of items whose signature nobody has a key for. */
const NO_KEY = 'key-missing';

/** The four questions of the night, each answered by a figure and a way on; nothing before anything is judged. */
export function Answers({ overview }: { readonly overview: OverviewJson }) {
  const { verdicts } = overview.totals;
  const judged = Object.values(verdicts).reduce((sum, count) => sum + count, 0);
  if (judged === 0) return null;
  return (
    <section class="answers">
      <HowBad overview={overview} />
      <Answer
        title={t(OVERVIEW.real)}
        figure={formatShare((verdicts.authentic + verdicts.corroborated) / judged)}
        says={t(OVERVIEW.realWhat)}
        query="(verdict:authentic OR verdict:corroborated)"
      >
        <p class="soft">{t(OVERVIEW.ofJudged, { n: judged })}</p>
        {verdicts.unverified > 0 && (
          <p>
            <a href={hrefTo('reader', { q: 'verdict:unverified' })}>
              {tn(OVERVIEW.unverified, verdicts.unverified)}
            </a>
          </p>
        )}
        <NoKey overview={overview} />
      </Answer>
      <Tampered overview={overview} />
      <section class="answer">
        <h2>{t(OVERVIEW.say)}</h2>
        <p class="line">{sayable(verdicts, judged)}</p>
        <ul class="ways">
          <Way page="dossier" says={t(OVERVIEW.sayDossier)} />
          <Way page="silence" says={t(OVERVIEW.saySilence)} />
          <Way page="publish" says={t(OVERVIEW.sayPublish)} />
          <Way page="review" says={t(OVERVIEW.sayCollected)} />
        </ul>
      </section>
    </section>
  );
}

/** What could be shown with keys that are not there yet: where that is more than what is shown, it is worth a line. */
function NoKey({ overview: { reasons, totals } }: { readonly overview: OverviewJson }) {
  const lacking = reasons.find(({ code }) => code === NO_KEY);
  if (lacking === undefined || lacking.count <= totals.verdicts.authentic) return null;
  return (
    <p>
      <a href={hrefTo('reader', { q: lacking.query })}>{tn(OVERVIEW.noKey, lacking.count)}</a>
    </p>
  );
}

/** From here on it is most of it. */
const MOST = 0.5;

/** What the verdicts bear out, in a sentence: the answer that both "all forged" and "all real" would be refuted by. */
function sayable(
  { altered, authentic, corroborated }: OverviewJson['totals']['verdicts'],
  judged: number,
): string {
  const real = (authentic + corroborated) / judged;
  const values = { n: altered, share: formatShare(real) };
  if (altered > 0) return t(real >= MOST ? OVERVIEW.sayBoth : OVERVIEW.sayAltered, values);
  return t(real >= MOST ? OVERVIEW.sayReal : OVERVIEW.sayLittle, values);
}

/** The days that the time line shows, and that they are most of it where it leaves stray dates out. */
function rangeOf({ days }: OverviewJson['timeline']): string {
  const { start, end, outside } = binsOf(days);
  const [first, last] = [start, end].map((ms) => formatPart(new Date(ms).toISOString().slice(0, 10)));
  return t(outside > 0 ? OVERVIEW.mostly : OVERVIEW.range, { first: first ?? '', last: last ?? '' });
}

function HowBad({ overview: { totals, about, timeline } }: { readonly overview: OverviewJson }) {
  const { message, total } = totals.items;
  const mail = message > 0;
  return (
    <Answer
      title={t(OVERVIEW.howBad)}
      figure={formatNumber(mail ? message : total)}
      says={mail ? tn(OVERVIEW.messageWord, message) : tn(OVERVIEW.itemWord, total)}
      query=""
    >
      {timeline.days.length > 0 && <p class="soft">{rangeOf(timeline)}</p>}
      {about.mundane && <p>{t(OVERVIEW.mundane)}</p>}
      {about.withPersonalData === 0 ? (
        <p class="soft">{t(OVERVIEW.noPersonal)}</p>
      ) : (
        <p>
          <a href={hrefTo('reader', { q: 'has:personal' })}>
            {tn(OVERVIEW.personal, about.withPersonalData)}
          </a>
          <span class="soft">
            {t(OVERVIEW.namely)}
            {about.personal
              .slice(0, MOST_KINDS)
              .map(({ title, items }) => `${title} (${formatNumber(items)})`)
              .join(', ')}
          </span>
        </p>
      )}
      {about.posts > 0 && (
        <p>
          <a href={hrefTo('spread')}>{t(OVERVIEW.posts, { n: about.posts })}</a>
        </p>
      )}
    </Answer>
  );
}

function Tampered({ overview: { totals, about } }: { readonly overview: OverviewJson }) {
  const { altered, doubtful } = totals.verdicts;
  return (
    <Answer
      title={t(OVERVIEW.tampered)}
      figure={formatNumber(altered)}
      says={t(altered === 0 ? OVERVIEW.alteredNone : OVERVIEW.alteredWhat)}
      query="verdict:altered"
      grave={altered > 0}
    >
      {doubtful > 0 && (
        <p>
          <a href={hrefTo('reader', { q: 'verdict:doubtful' })}>{tn(OVERVIEW.doubtful, doubtful)}</a>
        </p>
      )}
      {about.savedInBatch > 0 && (
        <p>
          <a href={hrefTo('traces')}>{tn(OVERVIEW.batch, about.savedInBatch)}</a>
        </p>
      )}
    </Answer>
  );
}

interface Props {
  readonly title: string;
  readonly figure: string;
  readonly says: string;
  /** What the figure counts, for the reader. */
  readonly query: string;
  readonly grave?: boolean;
  readonly children: ComponentChildren;
}

function Answer({ title, figure, says, query, grave = false, children }: Props) {
  return (
    <section class={`answer ${grave ? 'grave' : ''}`}>
      <h2>{title}</h2>
      <p>
        <a class="figure" href={hrefTo('reader', { q: query })}>
          <strong>{figure}</strong> <span>{says}</span>
        </a>
      </p>
      <div class="small more">{children}</div>
    </section>
  );
}

function Way({ page, says }: { readonly page: Parameters<typeof hrefTo>[0]; readonly says: string }) {
  return (
    <li>
      <a href={hrefTo(page)}>{says}</a>
    </li>
  );
}
