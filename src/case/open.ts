import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { TamisError } from '../model/index.ts';
import { takeWriterLock } from './lock.ts';
import { checkVersion, migrate, SCHEMA_VERSION } from './migrations/index.ts';
import { clearUnfinishedObjects } from './objects.ts';
import { SqliteCase } from './sqlite/case.ts';
import { caseError, databaseFile, openToRead, openToWrite } from './sqlite/connection.ts';
import type { CaseStore } from './store.ts';

/** The ending of a case's folder. */
export const CASE_SUFFIX = '.tamis';

export interface OpenOptions {
  /** The clock of the custody log. */
  readonly now: () => Date;
}

/**
 * Makes a case, or opens the one that is there, for writing. Throws `case-locked` while another process
 * writes to it, `case-newer` for a case of a later tamis.
 */
export function createCase(directory: string, options: OpenOptions): CaseStore {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  return openForWriting(directory, options);
}

/**
 * Opens a case. Readers need no lock and see the last committed state, also while a sift goes on. Throws
 * `no-case`, `case-locked`, `case-newer`, `case-older`, `case-corrupt`.
 */
export function openCase(
  directory: string,
  options: OpenOptions & { readonly readOnly?: boolean },
): CaseStore {
  if (!existsSync(databaseFile(directory))) {
    throw new TamisError('no-case', `${directory} is not a case: it holds no ${databaseFile('')}.`);
  }
  return options.readOnly ? openForReading(directory, options) : openForWriting(directory, options);
}

/** The only case in a folder, as a path. Throws `no-case` or `several-cases`. */
export function findCase(folder: string): string {
  const cases = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name.endsWith(CASE_SUFFIX))
    .map((entry) => join(folder, entry.name))
    .filter((directory) => existsSync(databaseFile(directory)))
    .sort();
  const [only] = cases;
  if (only === undefined) {
    throw new TamisError(
      'no-case',
      `There is no case (*${CASE_SUFFIX}) in ${folder}. Make one with "tamis sift", or name one with --case.`,
    );
  }
  if (cases.length > 1) {
    throw new TamisError(
      'several-cases',
      `There are several cases in ${folder}. Name one with --case:\n  ${cases.join('\n  ')}`,
    );
  }
  return only;
}

function openForWriting(directory: string, { now }: OpenOptions): CaseStore {
  const lock = takeWriterLock(directory);
  try {
    const database = openToWrite(directory);
    try {
      migrate(database, directory);
      clearUnfinishedObjects(directory);
      return new SqliteCase(database, { directory, now, readOnly: false, onClose: lock.release });
    } catch (error) {
      database.close();
      throw error;
    }
  } catch (error) {
    lock.release();
    throw caseError(error, directory);
  }
}

function openForReading(directory: string, { now }: OpenOptions): CaseStore {
  try {
    bringUpToDate(directory);
    const database = openToRead(directory);
    try {
      return new SqliteCase(database, { directory, now, readOnly: true, onClose: () => {} });
    } catch (error) {
      database.close();
      throw error;
    }
  } catch (error) {
    throw caseError(error, directory);
  }
}

/**
 * A case of an earlier Tamis lacks tables that reading asks for. They are made at once, unless the case cannot be
 * written to: then `case-older` says what to do. Throws `case-newer` too.
 */
function bringUpToDate(directory: string): void {
  const database = openToRead(directory);
  const version = closing(database, () => checkVersion(database, directory));
  if (version === SCHEMA_VERSION) return;
  try {
    const lock = takeWriterLock(directory);
    try {
      const writable = openToWrite(directory);
      closing(writable, () => migrate(writable, directory));
    } finally {
      lock.release();
    }
  } catch (cause) {
    // Whoever writes is bringing it up to date.
    if (cause instanceof TamisError && cause.code === 'case-locked') throw cause;
    throw new TamisError(
      'case-older',
      `${directory} was written by an older tamis and could not be brought up to date here. Open it once where it can be written to, while nothing else uses it.`,
      { cause },
    );
  }
}

function closing<T>(database: DatabaseSync, work: () => T): T {
  try {
    return work();
  } finally {
    database.close();
  }
}
