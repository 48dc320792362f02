import type { SignatureResult } from '../../model/index.ts';
import { TamisError } from '../../model/index.ts';
import type { ReviewEvent } from '../review/event.ts';
import type { ReviewLog } from '../review/review-log.ts';
import { integer } from '../sqlite/row.ts';
import type { CaseStore, CaseTotals, CustodyEntry, SearchHit, TableRow } from '../store.ts';
import { ReadersCase } from '../tables/readers-case.ts';
import { Accounts } from './accounts.ts';
import { appendCustody, readCustody } from './custody-table.ts';
import type { Notices } from './database.ts';
import { Leases } from './leases.ts';
import { readTable, readTotals } from './overview.ts';
import { pagesInPathOrder } from './pages.ts';
import { PartTable } from './part-table.ts';
import { ReviewTable } from './review-table.ts';
import type { Session, Topic } from './session.ts';
import { type PostgresTables, tablesOf } from './tables.ts';

const FAILED = 'SELECT i.path, i."row" FROM items i WHERE i.case_id = $1 AND i.failure IS NOT NULL';

export interface PostgresCaseOptions {
  /** Of objects and review, which are files. */
  readonly directory: string;
  readonly now: () => Date;
  readonly readOnly: boolean;
}

/** A case in PostgreSQL: its tables (`tables.ts`) each know a few of the database. Many processes may write to it at once. */
export class PostgresCase extends ReadersCase<PostgresTables> implements CaseStore {
  readonly directory: string;
  /** Tasks as several workers share them. */
  readonly leases: Leases;
  /** Pieces of passes as several workers share them. */
  readonly parts: PartTable;
  readonly accounts: Accounts;
  readonly #session: Session;
  readonly #options: PostgresCaseOptions;
  readonly #review: ReviewTable;

  constructor(session: Session, options: PostgresCaseOptions) {
    const review = new ReviewTable(session, options.now);
    super(tablesOf(session, () => review.events()));
    this.directory = options.directory;
    this.#session = session;
    this.#options = options;
    this.#review = review;
    this.leases = new Leases(session);
    this.parts = new PartTable(session);
    this.accounts = new Accounts(session);
  }

  close(): void {
    this.#session.close();
  }

  transaction<T>(work: () => T): T {
    if (this.#session.isWriting) throw new TamisError('nested-transaction', 'A transaction is open already.');
    return this.#session.inTransaction(work);
  }

  protected override write<T>(work: () => T): T {
    return this.#session.inTransaction(work);
  }

  /**
   * When the server was started: another time means that it was started anew, or that another took its place, which may
   * not have all that the one before had confirmed.
   */
  serverStart(): string {
    const row = this.#session.one(
      'SELECT pg_postmaster_start_time()::text AS start WHERE $1::integer IS NOT NULL',
    );
    return String(row?.start);
  }

  /** Wakes those that `listen` for work: a reading is on. */
  announceWork(): void {
    this.#session.unnoticed(() => this.#session.tell('work'));
  }

  /** Counts in `notices` what other processes tell of this case. */
  listen(what: Topic): void {
    this.#session.listen(what);
  }

  get notices(): Notices {
    return this.#session.notices;
  }

  /** After a reading, by its lead: so that searches and passes are as fast as they will be. */
  settle(): void {
    this.tables.writer.sortWords();
    this.tables.writer.countRows();
  }

  override setSignatures(row: number, signatures: readonly SignatureResult[]): void {
    this.tables.findings.forgetPages();
    super.setSignatures(row, signatures);
  }

  *failures(): IterableIterator<SearchHit> {
    for (const rows of pagesInPathOrder(this.#session, FAILED, [])) {
      const numbers = rows.map((row) => integer(row, 'row'));
      yield* this.tables.reader.hits(numbers, () => '');
    }
  }

  table(after: number, limit: number): readonly TableRow[] {
    return readTable(this.#session, after, limit);
  }

  dataVersion(): string {
    const row = this.#session.one('SELECT coalesce(sum(writes), 0) AS n FROM writers WHERE case_id = $1');
    return String(integer(row ?? {}, 'n'));
  }

  totals(): CaseTotals {
    return readTotals(this.#session);
  }

  openReview(): ReviewLog {
    this.#review.adopt(this.directory);
    return this.#review;
  }

  reviewEvents(): readonly ReviewEvent[] {
    return [...this.#review.events()];
  }

  log(action: string, detail: Readonly<Record<string, unknown>>): void {
    const time = this.#options.now().toISOString();
    // A reader's acts belong in the log too.
    const write = this.#options.readOnly ? this.#session.asReader : this.#session.inTransaction;
    write.call(this.#session, () => appendCustody(this.#session, time, action, detail));
  }

  custody(): IterableIterator<CustodyEntry> {
    return readCustody(this.#session);
  }
}
