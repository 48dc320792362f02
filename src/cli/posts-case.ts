import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { takeWriterLock } from '../case/lock.ts';
import { createCase } from '../case/open.ts';
import { databaseFile } from '../case/sqlite/connection.ts';
import type { CaseStore } from '../case/store.ts';
import { unreadableFile } from '../model/refusal.ts';
import { type CaseFlags, caseOf } from './case-flag.ts';
import type { Host } from './host.ts';
import { withCase } from './with-case.ts';

/**
 * Opens the case that posts are to go to, making it where there is none, and keeps other imports of posts out
 * meanwhile. The lock is one of its own: a sift that runs for hours in the same case touches no posts.
 * Posts are files of the case's folder, also where the case is in a database: there, of the folder of its objects. Throws
 * `case-locked`, and as openCase.
 */
export async function withPostsCase<T>(
  host: Host,
  flags: CaseFlags,
  work: (store: CaseStore) => Promise<T>,
): Promise<T> {
  if (flags.db === undefined) {
    const directory = resolve(host.cwd, caseOf(flags.case, host.cwd));
    if (!existsSync(databaseFile(directory))) createCase(directory, { now: host.now }).close();
  }
  return withCase(host, flags, async (store) => {
    const folder = join(store.directory, 'spread');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const lock = takeWriterLock(folder);
    try {
      return await work(store);
    } finally {
      lock.release();
    }
  });
}

export interface Fingerprint {
  readonly path: string;
  readonly bytes: number;
  /** Of the file as it is, compressed or not. */
  readonly sha256: string;
}

/**
 * What the custody log says of the files that are about to be read. Throws `cannot-read` for one that is not
 * there, before any case is made.
 */
export async function fingerprints(paths: readonly string[]): Promise<Fingerprint[]> {
  const found: Fingerprint[] = [];
  for (const path of paths) {
    const hash = createHash('sha256');
    const stream = createReadStream(path);
    try {
      await pipeline(stream, hash);
    } catch (cause) {
      throw unreadableFile('cannot-read', path, cause);
    }
    found.push({ path, bytes: stream.bytesRead, sha256: hash.digest('hex') });
  }
  return found;
}
