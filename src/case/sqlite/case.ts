import type { DatabaseSync } from 'node:sqlite';
import { TamisError } from '../../model/index.ts';
import { appendCustody, readCustody } from '../custody.ts';
import type { ReviewEvent } from '../review/event.ts';
import type { ReviewLog } from '../review/review-log.ts';
import { openReview, openReviewToRead, readReview } from '../review/review-store.ts';
import type { CaseStore, CaseTotals, CustodyEntry, SearchHit, TableRow } from '../store.ts';
import { ReadersCase } from '../tables/readers-case.ts';
import { caseError, isWritable, openToWrite } from './connection.ts';
import { inPathOrder } from './pages.ts';
import { defineReviewMarks } from './review-marks.ts';
import { integer } from './row.ts';
import { TableReader } from './table-reader.ts';
import { type SqliteTables, tablesOf } from './tables.ts';
import { readTotals } from './totals.ts';

export interface SqliteCaseOptions {
  readonly directory: string;
  readonly now: () => Date;
  readonly readOnly: boolean;
  /** Called once, after the database is closed. */
  readonly onClose: () => void;
}

/** The embedded store of a case: one SQLite database, whose tables (`tables.ts`) each know a few of its own. */
export class SqliteCase extends ReadersCase<SqliteTables> implements CaseStore {
  readonly directory: string;
  readonly #database: DatabaseSync;
  readonly #options: SqliteCaseOptions;
  #table: TableReader | null = null;
  #writing = false;

  constructor(database: DatabaseSync, options: SqliteCaseOptions) {
    defineReviewMarks(database, options.directory);
    super(tablesOf(database));
    this.directory = options.directory;
    this.#database = database;
    this.#options = options;
  }

  close(): void {
    if (!this.#database.isOpen) return;
    this.#database.close();
    this.#options.onClose();
  }

  transaction<T>(work: () => T): T {
    if (this.#writing) throw new TamisError('nested-transaction', 'A transaction is open already.');
    return this.write(work);
  }

  *failures(): IterableIterator<SearchHit> {
    const failed = 'SELECT i.path, i.row FROM items i WHERE i.failure IS NOT NULL';
    for (const row of inPathOrder(this.#database, failed, [])) {
      const hit = this.tables.reader.hit(integer(row, 'row'), '');
      if (hit) yield hit;
    }
  }

  table(after: number, limit: number): readonly TableRow[] {
    this.#table ??= new TableReader(this.#database);
    return this.#table.page(after, limit);
  }

  dataVersion(): string {
    return String(integer(this.#database.prepare('PRAGMA data_version').get() ?? {}, 'data_version'));
  }

  totals(): CaseTotals {
    return readTotals(this.#database);
  }

  openReview(): ReviewLog {
    const { directory } = this;
    const open = isWritable(directory) ? openReview : openReviewToRead;
    return open(directory, this.#options.now);
  }

  reviewEvents(): readonly ReviewEvent[] {
    return readReview(this.directory);
  }

  log(action: string, detail: Readonly<Record<string, unknown>>): void {
    const time = this.#options.now().toISOString();
    if (this.#options.readOnly) this.#logBeside(time, action, detail);
    else this.write(() => appendCustody(this.#database, time, action, detail));
  }

  custody(): IterableIterator<CustodyEntry> {
    return readCustody(this.#database);
  }

  /** A reader's acts belong in the log too: one short write, which waits for the one of a sift to end. */
  #logBeside(time: string, action: string, detail: Readonly<Record<string, unknown>>): void {
    try {
      using database = openToWrite(this.directory);
      database.exec('BEGIN IMMEDIATE');
      appendCustody(database, time, action, detail);
      database.exec('COMMIT');
    } catch (error) {
      throw caseError(error, this.directory);
    }
  }

  protected override write<T>(work: () => T): T {
    if (this.#writing) return work();
    if (this.#options.readOnly)
      throw new TamisError('case-read-only', {
        en: 'This case was opened for reading.',
        fr: 'Ce dossier a été ouvert en lecture.',
      });
    this.#writing = true;
    try {
      this.#database.exec('BEGIN IMMEDIATE');
      const result = work();
      this.#database.exec('COMMIT');
      return result;
    } catch (error) {
      // A full disk may have rolled it back already.
      if (this.#database.isOpen && this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw caseError(error, this.directory);
    } finally {
      this.#writing = false;
    }
  }
}
