import type { RoleQuery } from '../../../../src/server/api/common.ts';
import { t, tn } from '../../i18n/t.ts';
import { setParams } from '../../router/route.ts';
import type { RowPages } from './list/row-pages.ts';
import { type Question, SORTS } from './reader-route.ts';
import { READER, SORT_NAMES } from './reader-texts.ts';

const ROLES: readonly RoleQuery[] = ['leak', 'reference', 'all'];

/** How many there are, of what, and in which order. */
export function ListBar({
  question,
  pages,
}: {
  readonly question: Question;
  readonly pages: RowPages | null;
}) {
  return (
    <div class="list-bar">
      <p role="status" title={pages === null ? undefined : `${pages.took} ms`}>
        {pages !== null && pages.failure === null && tn(READER.hits, pages.total)}
      </p>
      <select
        aria-label={t(READER.role)}
        value={question.role}
        onChange={(event) => setParams({ role: event.currentTarget.value, item: '' })}
      >
        {ROLES.map((role) => (
          <option key={role} value={role}>
            {t(READER[role])}
          </option>
        ))}
      </select>
      <select
        aria-label={t(READER.sort)}
        value={sortOf(question, pages)}
        onChange={(event) => setParams({ sort: event.currentTarget.value })}
      >
        {SORTS.map((sort) => (
          <option key={sort} value={sort}>
            {t(SORT_NAMES[sort])}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Only words rank hits: a list of anything else is in the order that the answer tells. */
function sortOf({ sort }: Question, pages: RowPages | null): string {
  return sort === 'relevance' ? (pages?.sort ?? sort) : sort;
}
