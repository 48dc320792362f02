import { EVERYTHING } from '../sqlite/pages.ts';
import { integer, text } from '../sqlite/row.ts';
import type { PathRange } from '../store.ts';
import type { Parameter, Row } from './database.ts';
import type { Session } from './session.ts';

/** Rows read at once: few enough to hold, many enough that the way to the server vanishes. */
export const PAGE_ROWS = 500;

/**
 * Streams items in path order, those of a range, a page at a time. `sql` selects `path` and `"row"` of `items i` and ends in a
 * condition; its own parameters begin with `$2`. The index holds the beginning of a path only, as a path may be longer
 * than PostgreSQL lets an entry be.
 */
export function* pagesInPathOrder(
  session: Session,
  sql: string,
  parameters: readonly Parameter[],
  { from, before }: PathRange = EVERYTHING,
): IterableIterator<readonly Row[]> {
  const bound = before === null ? parameters : [...parameters, before];
  const at = bound.length + 2;
  const end = before === null ? '' : `AND i.path < $${at - 1} AND i.path_start <= left($${at - 1}, 600)`;
  const page = `${sql} ${end} AND i.path_start >= left($${at}, 600) AND (i.path, i."row") > ($${at}, $${at + 1}::bigint)
    ORDER BY i.path_start, i.path, i."row" LIMIT ${PAGE_ROWS}`;
  let path = from;
  let row = -1;
  for (;;) {
    const found = session.read(page, [...bound, path, row]);
    yield found;
    const last = found.at(-1);
    if (!last || found.length < PAGE_ROWS) return;
    path = text(last, 'path');
    row = integer(last, 'row');
  }
}
