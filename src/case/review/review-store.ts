import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { TamisError } from '../../model/index.ts';
import { canonicalJson } from '../canonical-json.ts';
import { caseError, isWritable } from '../sqlite/connection.ts';
import { integer, text } from '../sqlite/row.ts';
import type { NewReviewEvent, ReviewEvent } from './event.ts';
import { eventOfRow } from './event-row.ts';
import { chained, type ReviewLog } from './review-log.ts';

/** A write is one row: whoever waits longer has met a program that is stuck. */
const BUSY_MS = 2_000;
const PAGE_ROWS = 500;
const SCHEMA_VERSION = 1;

const SCHEMA = `
CREATE TABLE events (
  number INTEGER PRIMARY KEY,
  time TEXT NOT NULL,
  author TEXT NOT NULL,
  session TEXT NOT NULL,
  item TEXT,
  base INTEGER NOT NULL,
  action TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX events_item ON events (item);
CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID, STRICT;
PRAGMA user_version = ${SCHEMA_VERSION};
`;

/**
 * The review of a case in a folder: a database of its own beside the case's (docs/decisions/0201), so that people can
 * work while a sift holds the writer's lock.
 */
export class ReviewStore implements ReviewLog {
  readonly #database: DatabaseSync;
  readonly #directory: string;
  readonly #now: () => Date;
  readonly #insert: StatementSync;
  /** The case lies where nothing can be written: what is there can be read, and nothing be added. */
  readonly readOnly: boolean;

  constructor(database: DatabaseSync, directory: string, now: () => Date, readOnly = false) {
    this.readOnly = readOnly;
    this.#database = database;
    this.#directory = directory;
    this.#now = now;
    this.#insert = database.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  }

  close(): void {
    if (this.#database.isOpen) this.#database.close();
  }

  append(event: NewReviewEvent): ReviewEvent {
    if (this.readOnly)
      throw new TamisError('case-read-only', {
        en: `Nothing can be written to ${this.#directory}.`,
        fr: `On ne peut rien écrire dans ${this.#directory}.`,
      });
    try {
      this.#database.exec('BEGIN IMMEDIATE');
      const row = this.#database
        .prepare('SELECT number, hash FROM events ORDER BY number DESC LIMIT 1')
        .get();
      const last = row === undefined ? null : { number: integer(row, 'number'), hash: text(row, 'hash') };
      const added = chained(event, last, this.#now());
      this.#add(added);
      this.#database.exec('COMMIT');
      return added;
    } catch (error) {
      if (this.#database.isOpen && this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw caseError(error, this.#directory);
    }
  }

  *events(
    options: { readonly after?: number; readonly item?: string | null } = {},
  ): IterableIterator<ReviewEvent> {
    const condition = options.item === undefined ? '' : 'AND item IS ?';
    const page = this.#database.prepare(
      `SELECT * FROM events WHERE number > ? ${condition} ORDER BY number LIMIT ${PAGE_ROWS}`,
    );
    for (let after = options.after ?? 0; ; ) {
      const rows = options.item === undefined ? page.all(after) : page.all(after, options.item);
      for (const row of rows) yield eventOfRow(row);
      const last = rows.at(-1);
      if (!last || rows.length < PAGE_ROWS) return;
      after = integer(last, 'number');
    }
  }

  version(): number {
    return integer(
      this.#database.prepare('SELECT coalesce(max(number), 0) AS n FROM events').get() ?? {},
      'n',
    );
  }

  told(): number {
    const row = this.#database.prepare(`SELECT value FROM state WHERE name = 'told'`).get();
    return row ? Number(text(row, 'value')) : 0;
  }

  setTold(number: number): void {
    this.#database.prepare(`INSERT OR REPLACE INTO state VALUES ('told', ?)`).run(String(number));
  }

  restore(events: readonly ReviewEvent[], told: number): void {
    this.#database.exec('BEGIN IMMEDIATE');
    for (const event of events) this.#add(event);
    this.setTold(told);
    this.#database.exec('COMMIT');
  }

  #add({ number, time, author, session, item, base, action, hash }: ReviewEvent): void {
    this.#insert.run(number, time, author, session, item, base, canonicalJson(action), hash);
  }
}

/** Opens the review of a case, making it where there is none. Throws `case-newer`, `case-read-only`, ... */
export function openReview(directory: string, now: () => Date): ReviewStore {
  try {
    const database = new DatabaseSync(reviewFile(directory), { timeout: BUSY_MS });
    try {
      database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
      prepare(database, directory);
      return new ReviewStore(database, directory, now);
    } catch (error) {
      database.close();
      throw error;
    }
  } catch (error) {
    throw caseError(error, directory);
  }
}

/** As openReview; where the case cannot be written to, as it is, or empty. */
export function openReviewToRead(directory: string, now: () => Date): ReviewStore {
  const file = reviewFile(directory);
  if (!existsSync(file)) {
    const empty = new DatabaseSync(':memory:');
    empty.exec(SCHEMA);
    return new ReviewStore(empty, directory, now, true);
  }
  const url = pathToFileURL(file);
  // Nobody writes there, so SQLite may do without the index of the log that readers share.
  url.search = '?immutable=1';
  return new ReviewStore(new DatabaseSync(url, { readOnly: true }), directory, now, true);
}

/** The events of a case, to be read only; nothing where nobody has reviewed it. */
export function readReview(directory: string): readonly ReviewEvent[] {
  if (!existsSync(reviewFile(directory))) return [];
  const review = isWritable(directory)
    ? openReview(directory, () => new Date(0))
    : openReviewToRead(directory, () => new Date(0));
  try {
    return [...review.events()];
  } finally {
    review.close();
  }
}

function reviewFile(directory: string): string {
  return join(directory, 'review.db');
}

function prepare(database: DatabaseSync, directory: string): void {
  database.exec('BEGIN IMMEDIATE');
  const version = integer(database.prepare('PRAGMA user_version').get() ?? {}, 'user_version');
  if (version === 0) database.exec(SCHEMA);
  database.exec('COMMIT');
  if (version > SCHEMA_VERSION)
    throw new TamisError('case-newer', {
      en: `${directory} was reviewed with a newer tamis. Update tamis to open it.`,
      fr: `${directory} a été relu avec un tamis plus récent. Mettez tamis à jour pour l’ouvrir.`,
    });
}
