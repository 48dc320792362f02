import { accessSync, constants, existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { TamisError } from '../../model/index.ts';
import type { Text } from '../../model/text.ts';

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

/** The database of a case in its folder. */
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

/** A connection that cannot write. */
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

/** What is left to do with a case whose database is lost. */
export const SIFT_AGAIN: Text = {
  en: 'Put a copy back if there is one; otherwise sift the dump into a new case. What people wrote is in review.db, apart from it.',
  fr: 'Remettez-en une copie s’il y en a une\u202f; sinon, triez de nouveau la fuite dans un nouveau dossier. Ce qui a été écrit par des personnes est à part, dans review.db.',
};

const CODES: ReadonlyMap<number, readonly [code: string, message: Text]> = new Map([
  [
    5,
    [
      'case-busy',
      {
        en: 'Another program keeps the case busy. Try again.',
        fr: 'Un autre programme occupe le dossier d’enquête. Réessayez.',
      },
    ],
  ],
  [
    8,
    [
      'case-read-only',
      { en: 'The case cannot be written to.', fr: 'Le dossier d’enquête ne peut pas être écrit.' },
    ],
  ],
  [
    10,
    [
      'case-unreadable',
      {
        en: 'The disk refused to read or write the case.',
        fr: 'Le disque a refusé de lire ou d’écrire le dossier d’enquête.',
      },
    ],
  ],
  [
    11,
    [
      'case-corrupt',
      {
        en: `The database of the case is damaged. ${SIFT_AGAIN.en}`,
        fr: `La base du dossier d’enquête est endommagée. ${SIFT_AGAIN.fr}`,
      },
    ],
  ],
  [
    13,
    [
      'disk-full',
      {
        en: 'The disk is full. Free some space and start again: nothing written so far is lost.',
        fr: 'Le disque est plein. Libérez de la place et recommencez\u00a0: rien de ce qui est écrit n’est perdu.',
      },
    ],
  ],
  [
    14,
    [
      'case-unreadable',
      { en: 'The case could not be opened.', fr: 'Le dossier d’enquête n’a pas pu être ouvert.' },
    ],
  ],
  [
    26,
    [
      'case-corrupt',
      {
        en: 'This is not a case: its database is not SQLite.',
        fr: 'Ce n’est pas un dossier d’enquête\u00a0: sa base n’est pas du SQLite.',
      },
    ],
  ],
] satisfies [number, [string, Text]][]);

/** The error to throw for one of SQLite's: a TamisError where the user can do something about it. */
export function caseError(error: unknown, directory: string): unknown {
  if (!(error instanceof Error) || !('errcode' in error)) return error;
  // The low byte is the primary code: https://sqlite.org/rescode.html
  const known = CODES.get(Number(error.errcode) & 0xff);
  if (known === undefined) return error;
  const [code, { en, fr }] = known;
  return new TamisError(code, { en: `${en} (${directory})`, fr: `${fr} (${directory})` }, { cause: error });
}
