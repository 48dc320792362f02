import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { TamisError } from '../../model/index.ts';
import { takeWriterLock } from '../lock.ts';
import { migrate } from '../migrations/index.ts';
import { openCase } from '../open.ts';
import { ReviewTable } from '../postgres/review-table.ts';
import type { Session } from '../postgres/session.ts';
import type { ReviewLog } from '../review/review-log.ts';
import { openReview, readReview } from '../review/review-store.ts';
import { openToRead, openToWrite } from '../sqlite/connection.ts';
import { PostgresSide } from './postgres-side.ts';
import { carryOver, type Moved } from './side.ts';
import { SqliteSide } from './sqlite-side.ts';
import { PLAIN_TABLES } from './tables.ts';

/** A case in PostgreSQL, opened by its lead. */
export interface SharedSide {
  readonly session: Session;
  /** Of its objects. */
  readonly directory: string;
}

/**
 * Copies a case from its folder into PostgreSQL, in one transaction, and its files to where the shared case has them.
 * Throws `case-exists` when the target holds anything, `case-locked` when somebody writes to the source.
 */
export function moveToPostgres(directory: string, to: SharedSide, now: () => Date): Moved {
  // Brings a case of an earlier Tamis up to date first.
  openCase(directory, { now }).close();
  const lock = takeWriterLock(directory);
  try {
    const known = to.session.one('SELECT count(*) AS n FROM inputs WHERE case_id = $1');
    const logged = to.session.one('SELECT count(*) AS n FROM custody WHERE case_id = $1');
    if (Number(known?.n) + Number(logged?.n) > 0) throw exists('the database');
    copyFiles(directory, to.directory);
    const database = openToRead(directory);
    try {
      return to.session.inTransaction(() => {
        takeReview(directory, new ReviewTable(to.session, now), now);
        return carryOver(new SqliteSide(database), new PostgresSide(to.session), PLAIN_TABLES);
      });
    } finally {
      database.close();
    }
  } finally {
    lock.release();
  }
}

/**
 * Copies a case from PostgreSQL into a folder, which appears whole: as it was at one moment, should workers still read. Throws
 * `case-exists`.
 */
export function moveToFolder(from: SharedSide, directory: string, now: () => Date): Moved {
  if (existsSync(directory)) throw exists(directory);
  const unfinished = `${directory}.moving`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  const review = new ReviewTable(from.session, now);
  review.adopt(from.directory);
  const moved = from.session.inSnapshot(() => {
    const rows = fillFolder(from.session, unfinished);
    giveReview(review, unfinished, now);
    return rows;
  });
  // After the rows: a worker writes an object before it tells of it.
  copyFiles(from.directory, unfinished);
  renameSync(unfinished, directory);
  return moved;
}

function fillFolder(session: Session, directory: string): Moved {
  const database = openToWrite(directory);
  try {
    migrate(database, directory);
    database.exec('BEGIN IMMEDIATE');
    const moved = carryOver(new PostgresSide(session), new SqliteSide(database), PLAIN_TABLES);
    database.exec('COMMIT');
    return moved;
  } finally {
    database.close();
  }
}

/** What people said, as they said it: numbers, times and hashes are kept. */
function takeReview(directory: string, to: ReviewLog, now: () => Date): void {
  if (readReview(directory).length === 0) return;
  const review = openReview(directory, now);
  to.restore([...review.events()], review.told());
  review.close();
}

function giveReview(from: ReviewLog, directory: string, now: () => Date): void {
  const events = [...from.events()];
  if (events.length === 0) return;
  const review = openReview(directory, now);
  review.restore(events, from.told());
  review.close();
}

/** Objects, reports: all but the database and its locks. */
function copyFiles(from: string, to: string): void {
  if (!existsSync(from)) return;
  mkdirSync(to, { recursive: true, mode: 0o700 });
  cpSync(from, to, { recursive: true, filter: (path) => !isOfDatabase(relative(from, path)) });
}

function isOfDatabase(path: string): boolean {
  return (
    path === join('objects', 'tmp') ||
    // Of the lock of those who bring in posts, too: nobody holds it there.
    /^lock\.(?:db|pid)/.test(basename(path)) ||
    (/^(?:case\.db|review\.db|bucket\.json)/.test(basename(path)) && !path.includes('/'))
  );
}

function exists(where: string): TamisError {
  return new TamisError('case-exists', {
    en: `There is such a case in ${where} already; a move never mixes two.`,
    fr: `Il y a déjà un dossier de ce nom dans ${where}\u202f; un déplacement n’en mêle jamais deux.`,
  });
}
