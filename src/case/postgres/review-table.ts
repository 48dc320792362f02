import { TamisError } from '../../model/index.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { NewReviewEvent, ReviewEvent } from '../review/event.ts';
import { eventOfRow } from '../review/event-row.ts';
import type { ReviewLog } from '../review/review-log.ts';
import { openReview, readReview } from '../review/review-store.ts';
import { integer, text } from '../sqlite/row.ts';
import type { Session } from './session.ts';

/** Rows of one round trip: entries are short. */
const PAGE_ROWS = 500;

/** With the number of the case, the lock under which a log is taken over: of two at once the second finds it done. */
const LOCK = 74_614_004;

const ADD = 'SELECT number, time, hash FROM add_review($1, $2, $3, $4, $5, $6::bigint, $7)';

/**
 * The review of a case in PostgreSQL. Any number of servers write to it at once. The database numbers, dates and chains events:
 * no account but the owner of the tables may write the table itself (docs/decisions/0441).
 */
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
      this.#session.one(
        `SELECT has_function_privilege('add_review(integer, text, text, text, text, bigint, text)', 'EXECUTE') AS may WHERE $1 > 0`,
      )?.may !== true;
    return this.#readOnly;
  }

  append({ author, session, item, base, action }: NewReviewEvent): ReviewEvent {
    if (this.readOnly)
      throw new TamisError('case-read-only', {
        en: 'This account may not write to the review of the case.',
        fr: 'Ce compte ne peut pas écrire dans la relecture du dossier.',
      });
    const names = {
      author: named(author),
      session: named(session),
      item: item === null ? null : named(item),
    };
    const written = canonicalJson(action);
    const said = [names.author, names.session, names.item, base, written];
    const [row = {}] = this.#session.asReader(() =>
      this.#session.read(ADD, [this.#now().toISOString(), ...said]),
    );
    return {
      ...{ number: integer(row, 'number'), time: text(row, 'time'), ...names, base },
      ...{ action: JSON.parse(written) as ReviewEvent['action'], hash: text(row, 'hash') },
    };
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
    this.#session.asReader(() => this.#session.write('SELECT set_review_told($1, $2::bigint)', [number]));
  }

  restore(events: readonly ReviewEvent[], told: number): void {
    this.#session.asReader(() => {
      for (let at = 0; at < events.length; at += PAGE_ROWS) this.#insert(events.slice(at, at + PAGE_ROWS));
      if (told > 0) this.setTold(told);
    });
  }

  /**
   * Takes in the log that lay beside the objects of the case, where an earlier Tamis kept it; once, by the owner of the tables, as
   * it comes with numbers, dates and hashes. Throws `db-older` for a server that would begin another log.
   */
  adopt(directory: string): void {
    if (this.readOnly || this.version() > 0 || readReview(directory).length === 0) return;
    if (this.#session.one(`SELECT has_table_privilege('review', 'INSERT') AS may WHERE $1 > 0`)?.may !== true)
      throw new TamisError('db-older', {
        en: 'The review of this case still lies beside its objects, where an earlier tamis kept it. Have the owner of the database open the case once with "tamis open --db".',
        fr: 'La relecture de ce dossier se trouve encore à côté de ses objets, où un tamis antérieur la gardait. Le propriétaire de la base doit ouvrir le dossier une fois avec «\u00a0tamis open --db\u00a0».',
      });
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

/** A name as the database and the hash have it alike: neither U+0000 nor half a pair of surrogates. */
function named(name: string): string {
  return name.toWellFormed().replaceAll('\0', '\ufffd');
}
