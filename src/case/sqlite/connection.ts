import { accessSync, constants, existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { TamisError } from '../../model/index.ts';

/** How long a write waits for another short one (a custody entry of a reader), in milliseconds. */
const BUSY_MS = 10_000;

/**
 * Pages of 32 KB and a write-ahead log of 64 MB, measured in docs/decisions/0101: a body or two leaves of the
 * index are one page, and few checkpoints fall into a sift.
 */
const PAGE_BYTES = 32_768;
const CHECKPOINT_PAGES = 2_000;

/** Page cache in KB: with the 32 MB FTS5 gathers before it writes, the bound on the store's memory. */
const CACHE_KB = 32_768;

export function databaseFile(directory: string): string {
  return join(directory, 'case.db');
}

/**
 * A connection that writes. WAL lets readers work meanwhile; `synchronous = NORMAL` loses, at a power cut,
 * at most the last transactions, never a part of one, and nothing at kill -9.
 */
export function openToWrite(directory: string): DatabaseSync {
  return opened(
    new DatabaseSync(databaseFile(directory), { timeout: BUSY_MS }),
    `PRAGMA page_size = ${PAGE_BYTES};
     PRAGMA journal_mode = WAL;
     PRAGMA synchronous = NORMAL;
     PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES};`,
  );
}

export function openToRead(directory: string): DatabaseSync {
  return opened(new DatabaseSync(toRead(directory), { readOnly: true, timeout: BUSY_MS }), '');
}

/** The database with its settings, or closed: SQLite only looks at the file when the first is made. */
function opened(database: DatabaseSync, settings: string): DatabaseSync {
  try {
    database.exec(`${settings} PRAGMA cache_size = -${CACHE_KB}; PRAGMA temp_store = MEMORY;`);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * Readers of a WAL database share an index of the log, which they must be able to make. On a disk that cannot
 * be written (a stick, a snapshot) nobody else writes either, and SQLite may take the file as it is; not so
 * with a log beside it, which holds transactions the file does not.
 */
function toRead(directory: string): string | URL {
  const file = databaseFile(directory);
  if (isWritable(directory) || existsSync(`${file}-wal`)) return file;
  const url = pathToFileURL(file);
  url.search = '?immutable=1';
  return url;
}

/** Whether files can be made in a folder. */
export function isWritable(directory: string): boolean {
  try {
    accessSync(directory, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

const CODES: ReadonlyMap<number, readonly [code: string, message: string]> = new Map([
  [5, ['case-busy', 'Another program keeps the case busy. Try again.']],
  [8, ['case-read-only', 'The case cannot be written to.']],
  [10, ['case-unreadable', 'The disk refused to read or write the case.']],
  [11, ['case-corrupt', 'The case is damaged.']],
  [13, ['disk-full', 'The disk is full. Free some space and start again: nothing written so far is lost.']],
  [14, ['case-unreadable', 'The case could not be opened.']],
  [26, ['case-corrupt', 'This is not a case: its database is not SQLite.']],
]);

/** The error to throw for one of SQLite's: a TamisError where the user can do something about it. */
export function caseError(error: unknown, directory: string): unknown {
  if (!(error instanceof Error) || !('errcode' in error)) return error;
  // The low byte is the primary code: https://sqlite.org/rescode.html
  const known = CODES.get(Number(error.errcode) & 0xff);
  return known ? new TamisError(known[0], `${known[1]} (${directory})`, { cause: error }) : error;
}
