import { canonicalJson } from '../canonical-json.ts';
import { CUSTODY_START, custodyHash, toEntry } from '../custody.ts';
import { integer, text } from '../sqlite/row.ts';
import type { CustodyEntry } from '../store.ts';
import type { Session } from './session.ts';

const PAGE_ROWS = 500;

/** With the number of the case, the lock under which entries are chained: two at once would have one predecessor. */
const LOCK = 74_614_002;

/** Appends an entry to the hash-chained custody log; others who log wait until this transaction ends. */
export function appendCustody(
  session: Session,
  time: string,
  action: string,
  detail: Readonly<Record<string, unknown>>,
): void {
  session.write(`SELECT pg_advisory_xact_lock(${LOCK}, $1)`);
  const last = session.one(
    'SELECT number, hash FROM custody WHERE case_id = $1 ORDER BY number DESC LIMIT 1',
  );
  const number = last ? integer(last, 'number') + 1 : 1;
  const written = canonicalJson(detail);
  // Hashed as it will be read back, where `undefined` is gone and a Date has become a string.
  const entry = { number, time, action, detail: JSON.parse(written) as Record<string, unknown> };
  const hash = custodyHash(last ? text(last, 'hash') : CUSTODY_START, entry);
  session.write('INSERT INTO custody VALUES ($1, $2, $3, $4, $5, $6)', [number, time, action, written, hash]);
}

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
