import { formatNumber } from '../../i18n/format-number.ts';
import { hrefTo } from '../../router/route.ts';

/** Lines shown of each list: the beginning tells what it is, the reader's filters have the rest. */
const SHOWN = 8;

export interface Counted {
  readonly label: string;
  readonly title: string;
  readonly count: number;
  readonly query: string;
}

/** What there is most of, as bars of one scale; each opens the reader on it. Left out where there is nothing. */
export function CountList({
  title,
  counts,
}: {
  readonly title: string;
  readonly counts: readonly Counted[];
}) {
  if (counts.length === 0) return null;
  const most = Math.max(...counts.map(({ count }) => count));
  return (
    <section class="section">
      <h2>{title}</h2>
      <ul class="count-list">
        {counts.slice(0, SHOWN).map(({ label, title: full, count, query }) => (
          <li key={full}>
            <a href={hrefTo('reader', { q: query })} title={full}>
              <span class="cut">{label}</span>
              <span class="bar" style={{ inlineSize: `${(100 * count) / most}%` }} />
              <span class="number">{formatNumber(count)}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
