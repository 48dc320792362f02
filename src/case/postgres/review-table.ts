import { TamisError } from '../../model/index.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { NewReviewEvent, ReviewEvent } from '../review/event.ts';
import { eventOfRow } from '../review/event-row.ts';
import { chained, type ReviewLog } from '../review/review-log.ts';
import { openReview, readReview } from '../review/review-store.ts';
import { integer, text } from '../sqlite/row.ts';
import type { Session } from './session.ts';

const PAGE_ROWS = 500;

/** With the number of the case, the lock under which events are chained: two at once would have one predecessor. */
const LOCK = 74_614_004;

/** The review of a case in PostgreSQL. Any number of servers write to it at once. */
export class ReviewTable implements ReviewLog {
  readonly #session: Session;
  readonly #now: () => Date;
  #readOnly: boolean | null = null;

  constructor(session: Session, now: () => Date) {
    this.#session = session;
    this.#now = now;
  }

  /** By the rights of the account. */
  get readOnly(): boolean {
    this.#readOnly ??=
      this.#session.one(`SELECT has_table_privilege('review', 'INSERT') AS may WHERE $1 > 0`)?.may !== true;
    return this.#readOnly;
  }

  append(event: NewReviewEvent): ReviewEvent {
    if (this.readOnly)
      throw new TamisError('case-read-only', {
        en: 'This account may not write to the review of the case.',
        fr: 'Ce compte ne peut pas écrire dans la relecture du dossier.',
      });
    return this.#session.asReader(() => {
      this.#session.write(`SELECT pg_advisory_xact_lock(${LOCK}, $1)`);
      const row = this.#session.one(
        'SELECT number, hash FROM review WHERE case_id = $1 ORDER BY number DESC LIMIT 1',
      );
      const last = row === undefined ? null : { number: integer(row, 'number'), hash: text(row, 'hash') };
      const added = chained(event, last, this.#now());
      this.#insert([added]);
      return added;
    });
  }

  *events({ after: from = 0, item }: Parameters<ReviewLog['events']>[0] = {}): IterableIterator<ReviewEvent> {
    const condition = item === undefined ? '' : 'AND item IS NOT DISTINCT FROM $3';
    for (let after = from; ; ) {
      const rows = this.#session.read(
        `SELECT * FROM review WHERE case_id = $1 AND number > $2::bigint ${condition} ORDER BY number LIMIT ${PAGE_ROWS}`,
        item === undefined ? [after] : [after, item],
      );
      yield* rows.map(eventOfRow);
      const last = rows.at(-1);
      if (!last || rows.length < PAGE_ROWS) return;
      after = integer(last, 'number');
    }
  }

  version(): number {
    const row = this.#session.one('SELECT coalesce(max(number), 0) AS n FROM review WHERE case_id = $1');
    return Number(row?.n);
  }

  told(): number {
    const row = this.#session.one('SELECT number FROM review_told WHERE case_id = $1');
    return row === undefined ? 0 : integer(row, 'number');
  }

  setTold(number: number): void {
    this.#session.asReader(() =>
      this.#session.write(
        `INSERT INTO review_told VALUES ($1, $2)
         ON CONFLICT (case_id) DO UPDATE SET number = greatest(review_told.number, excluded.number)`,
        [number],
      ),
    );
  }

  restore(events: readonly ReviewEvent[], told: number): void {
    this.#session.asReader(() => {
      for (let at = 0; at < events.length; at += PAGE_ROWS) this.#insert(events.slice(at, at + PAGE_ROWS));
      if (told > 0) this.setTold(told);
    });
  }

  /**
   * Takes in the log that lay beside the objects of the case, where an earlier Tamis kept it; once, whoever comes first.
   */
  adopt(directory: string): void {
    if (this.readOnly || this.version() > 0 || readReview(directory).length === 0) return;
    const old = openReview(directory, this.#now);
    try {
      this.#session.asReader(() => {
        this.#session.write(`SELECT pg_advisory_xact_lock(${LOCK}, $1)`);
        if (this.version() === 0) this.restore([...old.events()], old.told());
      });
    } finally {
      old.close();
    }
  }

  /** The connection is the case's. */
  close(): void {}

  #insert(events: readonly ReviewEvent[]): void {
    this.#session.write(
      `INSERT INTO review SELECT $1, * FROM unnest($2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[],
         $7::bigint[], $8::text[], $9::text[])`,
      [
        events.map(({ number }) => number),
        events.map(({ time }) => time),
        events.map(({ author }) => author),
        events.map(({ session }) => session),
        events.map(({ item }) => item),
        events.map(({ base }) => base),
        events.map(({ action }) => canonicalJson(action)),
        events.map(({ hash }) => hash),
      ],
    );
  }
}
