import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { PathRange } from '../store.ts';
import { integer, type Row, text } from './row.ts';

/** All items. */
export const EVERYTHING: PathRange = { from: '', before: null };

/** Rows read at once: few enough to hold, many enough that the query's own cost vanishes. */
const PAGE_ROWS = 500;

/**
 * Streams items in path order, those of a range, a page at a time. `sql` selects `path` and `row` of `items i` and ends in a
 * condition to which the place to go on from, order and limit are added.
 *
 * No statement stays open between pages, so the reader may write meanwhile: an open one would hold a
 * snapshot, and the first write after another process's would fail with SQLITE_BUSY_SNAPSHOT.
 */
export function* inPathOrder(
  database: DatabaseSync,
  sql: string,
  parameters: readonly SQLInputValue[],
  { from, before }: PathRange = EVERYTHING,
): IterableIterator<Row> {
  const statement = database.prepare(
    `${sql} ${before === null ? '' : 'AND i.path < ?'} AND i.path >= ? AND (i.path > ? OR i.row > ?) ORDER BY i.path, i.row LIMIT ${PAGE_ROWS}`,
  );
  const bound = before === null ? parameters : [...parameters, before];
  let path = from;
  let row = -1;
  for (;;) {
    const found = statement.all(...bound, path, path, row);
    yield* found;
    const last = found.at(-1);
    if (!last || found.length < PAGE_ROWS) return;
    path = text(last, 'path');
    row = integer(last, 'row');
  }
}
