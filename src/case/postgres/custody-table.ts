import { canonicalJson } from '../canonical-json.ts';
import { toEntry } from '../custody.ts';
import { integer } from '../sqlite/row.ts';
import type { CustodyEntry } from '../store.ts';
import type { Session } from './session.ts';

/** Rows of one round trip: entries are short. */
const PAGE_ROWS = 500;

/**
 * Appends an entry to the hash-chained custody log; others who log wait until this transaction ends. The database numbers and
 * hashes it, adds to its detail who says so (`database`: account, address, process), and takes the time of whoever does not own
 * the tables from its own clock: no account may write the table itself (docs/decisions/0410).
 */
export function appendCustody(
  session: Session,
  time: string,
  action: string,
  detail: Readonly<Record<string, unknown>>,
): void {
  session.write('SELECT log_custody($1, $2, $3, $4)', [time, action, canonicalJson(detail)]);
}

/** The log from its first entry, read in pages. */
export function* readCustody(session: Session): IterableIterator<CustodyEntry> {
  for (let after = 0; ; ) {
    const rows = session.read(
      `SELECT * FROM custody WHERE case_id = $1 AND number > $2::bigint ORDER BY number LIMIT ${PAGE_ROWS}`,
      [after],
    );
    yield* rows.map(toEntry);
    const last = rows.at(-1);
    if (!last || rows.length < PAGE_ROWS) return;
    after = integer(last, 'number');
  }
}
