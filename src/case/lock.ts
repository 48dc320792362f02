import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { TamisError } from '../model/index.ts';
import { caseError } from './sqlite/connection.ts';

/** The right to write to a case, held until `release` or the death of the process. */
export interface WriterLock {
  release(): void;
}

/**
 * Takes the writer's lock of a case or throws `case-locked`; `disk-full` and its kin where the disk refuses.
 *
 * The lock is an exclusive SQLite transaction on an empty database beside the case's own. The operating
 * system drops it with the process, however that ends, so no stale lock is ever left to be cleared by hand,
 * on every platform SQLite runs on; a file holding a process id cannot promise that. The case's own database
 * stays free for readers.
 */
export function takeWriterLock(directory: string): WriterLock {
  const database = new DatabaseSync(lockFile(directory), { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    database.close();
    if (!isBusy(cause)) throw caseError(cause, directory);
    const by = `${directory}${holder(directory)}`;
    const text = { en: `Another tamis is writing to ${by}.`, fr: `Un autre tamis écrit dans ${by}.` };
    throw new TamisError('case-locked', text, { cause });
  }
  writeFileSync(holderFile(directory), `${process.pid}\n`, { mode: 0o600 });
  return {
    release() {
      if (database.isOpen) database.close();
    },
  };
}

/** Only this is another writer; a full disk refuses the lock as well. */
function isBusy(cause: unknown): boolean {
  return cause instanceof Error && 'errcode' in cause && (Number(cause.errcode) & 0xff) === SQLITE_BUSY;
}

/** https://sqlite.org/rescode.html#busy */
const SQLITE_BUSY = 5;

/** Whether some process holds the writer's lock now. Takes nothing: a shared lock is asked for and given back. */
export function isBeingWritten(directory: string): boolean {
  const file = lockFile(directory);
  if (!existsSync(file)) return false;
  let database: DatabaseSync | null = null;
  try {
    database = new DatabaseSync(file, { timeout: 0, readOnly: true });
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
    return false;
  } catch {
    return true;
  } finally {
    database?.close();
  }
}

/** The database whose lock is the right to write. */
export function lockFile(directory: string): string {
  return join(directory, 'lock.db');
}

function holderFile(directory: string): string {
  return join(directory, 'lock.pid');
}

/** Who holds the lock, for the message only: nothing is decided by it. */
function holder(directory: string): string {
  try {
    const pid = readFileSync(holderFile(directory), 'utf8').trim();
    return /^\d{1,10}$/.test(pid) ? ` (pid ${pid})` : '';
  } catch {
    return '';
  }
}
