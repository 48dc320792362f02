import type { PeopleJson } from '../../../../src/server/api/people.ts';
import { formatPart } from '../../i18n/format-date.ts';
import { t } from '../../i18n/t.ts';
import { setParams } from '../../router/route.ts';
import { PEOPLE } from './people-texts.ts';

/** Of a bar, in pixels: a few months across the whole page would be walls. */
const WIDEST = 112;

/** Messages by month; each bar narrows the page to its month. */
export function MonthBars({ months }: { readonly months: PeopleJson['months'] }) {
  if (months.length < 2) return null;
  const most = Math.max(...months.map(({ count }) => count));
  return (
    <figure class="month-bars" style={{ maxInlineSize: `${months.length * WIDEST}px` }}>
      <figcaption class="soft small">{t(PEOPLE.months)}</figcaption>
      <ul>
        {months.map(({ month, count }, at) => {
          const says = t(PEOPLE.month, { month: formatPart(month), n: count });
          return (
            <li key={month} class={follows(month, months[at - 1]?.month) ? '' : 'after-gap'}>
              <button
                type="button"
                class="plain"
                title={says}
                aria-label={says}
                onClick={() => setParams({ from: `${month}-01`, to: lastDay(month) })}
              >
                <span style={{ blockSize: `${(100 * count) / most}%` }} />
              </button>
            </li>
          );
        })}
      </ul>
      <div class="ends small soft">
        <span>{formatPart(months[0]?.month ?? '')}</span>
        <span>{formatPart(months.at(-1)?.month ?? '')}</span>
      </div>
    </figure>
  );
}

/** Months without a message are left out: what stands behind some is set off. */
function follows(month: string, before: string | undefined): boolean {
  if (before === undefined) return true;
  const [year = 0, number = 1] = before.split('-').map(Number);
  return new Date(Date.UTC(year, number, 1)).toISOString().startsWith(month);
}

function lastDay(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
