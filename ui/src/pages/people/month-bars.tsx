import type { PeopleJson } from '../../../../src/server/api/people.ts';
import { t } from '../../i18n/t.ts';
import { setParams } from '../../router/route.ts';
import { PEOPLE } from './people-texts.ts';

/** Messages by month; each bar narrows the page to its month. */
export function MonthBars({ months }: { readonly months: PeopleJson['months'] }) {
  if (months.length < 2) return null;
  const most = Math.max(...months.map(({ count }) => count));
  return (
    <figure class="month-bars">
      <figcaption class="soft small">{t(PEOPLE.months)}</figcaption>
      <ul>
        {months.map(({ month, count }) => {
          const says = t(PEOPLE.month, { month, n: count });
          return (
            <li key={month}>
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
    </figure>
  );
}

function lastDay(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
