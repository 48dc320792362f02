import { useMemo } from 'preact/hooks';
import type { PeopleJson } from '../../../../src/server/api/people.ts';
import { formatPart } from '../../i18n/format-date.ts';
import { t } from '../../i18n/t.ts';
import { setParams } from '../../router/route.ts';
import { monthColumns } from './month-columns.ts';
import { PEOPLE } from './people-texts.ts';

/** Of a bar, in pixels: a few months across the whole page would be walls. */
const WIDEST = 112;

/** The least a finger can tell apart (WCAG 2.2, 2.5.8); on a phone the bars are scrolled. */
const NARROWEST = 24;

/** Messages by month or year; each bar narrows the page to its time. */
export function MonthBars({ months }: { readonly months: PeopleJson['months'] }) {
  const { columns, outside } = useMemo(() => monthColumns(months), [months]);
  if (columns.length < 2) return null;
  const most = Math.max(...columns.map(({ count }) => count));
  return (
    <figure class="month-bars" style={{ maxInlineSize: `${columns.length * WIDEST}px` }}>
      <figcaption class="soft small">
        {t(PEOPLE.months)}
        {outside > 0 && ` · ${t(PEOPLE.outside, { n: outside })}`}
      </figcaption>
      <div class="scroll-x">
        <ul style={{ minInlineSize: `${columns.length * NARROWEST}px` }}>
          {columns.map(({ name, from, to, count, afterGap }) => {
            const says = t(PEOPLE.month, { month: formatPart(name), n: count });
            return (
              <li key={name} class={afterGap ? 'after-gap' : ''}>
                <button
                  type="button"
                  class="plain"
                  title={says}
                  aria-label={says}
                  onClick={() => setParams({ from, to })}
                >
                  <span style={{ blockSize: `${(100 * count) / most}%` }} />
                </button>
              </li>
            );
          })}
        </ul>
        <div class="ends small soft" style={{ minInlineSize: `${columns.length * NARROWEST}px` }}>
          <span>{formatPart(columns[0]?.name ?? '')}</span>
          <span>{formatPart(columns.at(-1)?.name ?? '')}</span>
        </div>
      </div>
    </figure>
  );
}
