import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { TamisError } from '../model/index.ts';
import { lockFile, takeWriterLock } from './lock.ts';
import { checkVersion, migrate, SCHEMA_VERSION } from './migrations/index.ts';
import { clearUnfinishedObjects } from './objects.ts';
import { SqliteCase } from './sqlite/case.ts';
import { caseError, databaseFile, openToRead, openToWrite, SIFT_AGAIN } from './sqlite/connection.ts';
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
  makeFolder(resolve(directory));
  return openForWriting(directory, options);
}

/**
 * The folder and those above it. One by one, since Node's own recursion never returns where a file system refuses
 * with ENOENT in a folder that is there, as /proc does (Node 24).
 */
function makeFolder(directory: string): void {
  if (existsSync(directory)) return;
  makeFolder(dirname(directory));
  try {
    mkdirSync(directory, { mode: 0o700 });
  } catch (error) {
    // Another process may have made it in between.
    if (!existsSync(directory)) throw error;
  }
}

/**
 * Opens a case. Readers need no lock and see the last committed state, also while a sift goes on. Throws
 * `no-case`, `case-locked`, `case-newer`, `case-older`, `case-corrupt`.
 */
export function openCase(
  directory: string,
  options: OpenOptions & { readonly readOnly?: boolean },
): CaseStore {
  if (!holdsDatabase(directory)) {
    throw new TamisError('no-case', {
      en: `${directory} is not a case: it holds no ${databaseFile('')}.`,
      fr: `${directory} n’est pas un dossier d’enquête\u00a0: il ne contient pas de ${databaseFile('')}.`,
    });
  }
  return options.readOnly ? openForReading(directory, options) : openForWriting(directory, options);
}

/** Whether a folder is a case. Two files are asked for, since a dump may hold a database of this name. */
export function isCase(directory: string): boolean {
  return existsSync(databaseFile(directory)) && existsSync(lockFile(directory));
}

/** The only case in a folder, as a path. Throws `no-case` or `several-cases`. */
export function findCase(folder: string): string {
  const cases = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name.endsWith(CASE_SUFFIX))
    .map((entry) => join(folder, entry.name))
    .filter(holdsDatabase)
    .sort();
  const [only] = cases;
  if (only === undefined) {
    throw new TamisError('no-case', {
      en: `There is no case (*${CASE_SUFFIX}) in ${folder}. Make one with "tamis sift", or name one with --case.`,
      fr: `Il n’y a pas de dossier d’enquête (*${CASE_SUFFIX}) dans ${folder}. Créez-en un avec «\u00a0tamis sift\u00a0» ou nommez-en un avec --case.`,
    });
  }
  if (cases.length > 1) {
    const list = cases.join('\n  ');
    throw new TamisError('several-cases', {
      en: `There are several cases in ${folder}. Name one with --case:\n  ${list}`,
      fr: `Il y a plusieurs dossiers d’enquête dans ${folder}. Nommez-en un avec --case\u00a0:\n  ${list}`,
    });
  }
  return only;
}

/** Whether a folder holds the database of a case. Throws what the system says where it may not be looked into. */
function holdsDatabase(directory: string): boolean {
  try {
    return statSync(databaseFile(directory)).isFile();
  } catch (error) {
    // Not permitted to look is not the same as nothing there: the user has to know which.
    if (error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM'))
      throw error;
    return false;
  }
}

function openForWriting(directory: string, { now }: OpenOptions): CaseStore {
  const lock = takeWriterLock(directory);
  try {
    const database = openToWrite(directory);
    try {
      if (checkVersion(database, directory) === 0) refuseEmptied(directory);
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
      if (version === 0) refuseEmptied(directory);
      const writable = openToWrite(directory);
      closing(writable, () => migrate(writable, directory));
    } finally {
      lock.release();
    }
  } catch (cause) {
    // Locked: whoever writes is bringing it up to date. Emptied: there is nothing to bring up.
    if (cause instanceof TamisError) throw cause;
    const text = {
      en: `${directory} was written by an older tamis and could not be brought up to date here. Open it once where it can be written to, while nothing else uses it.`,
      fr: `${directory} a été écrit par un tamis plus ancien et n’a pu être mis à niveau ici. Ouvrez-le une fois là où il peut être écrit, pendant que rien d’autre ne s’en sert.`,
    };
    throw new TamisError('case-older', text, { cause });
  }
}

/**
 * A database without tables beside objects was emptied by something else (a full disk, a copy cut short). To make
 * new tables in it would show a case of nothing where there was one. Throws `case-corrupt`.
 */
function refuseEmptied(directory: string): void {
  if (!existsSync(join(directory, 'objects'))) return;
  throw new TamisError('case-corrupt', {
    en: `The database of ${directory} is empty, though the case has been used. ${SIFT_AGAIN.en}`,
    fr: `La base de ${directory} est vide, alors que le dossier a servi. ${SIFT_AGAIN.fr}`,
  });
}

function closing<T>(database: DatabaseSync, work: () => T): T {
  try {
    return work();
  } finally {
    database.close();
  }
}
