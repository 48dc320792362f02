import { createHash, randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { remoteObjectsOf, withRemote } from './remote-objects.ts';
import type { ObjectStore } from './store.ts';

const EMPTY_SHA256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const SHA256 = /^[0-9a-f]{64}$/;

/**
 * The objects of a case: one file for each content, `objects/ab/cdef...`. Needs nothing but the case's
 * directory and takes no lock, so each worker opens its own: a file appears by a rename, whole, and two who
 * write the same content put the same bytes in the same place.
 *
 * Files are for their owner only (0600 in folders of 0700): they hold what a leak holds.
 */
export function openObjects(directory: string): ObjectStore {
  const remote = remoteObjectsOf(directory);
  const local = openLocalObjects(directory);
  return remote === null ? local : withRemote(local, remote);
}

function openLocalObjects(directory: string): ObjectStore {
  const root = join(directory, 'objects');
  const temporary = join(root, 'tmp');
  const made = new Set<string>();

  const pathOf = (sha256: string): string => {
    if (!SHA256.test(sha256)) throw new TypeError('An object is named by 64 lower-case hexadecimal digits.');
    return join(root, sha256.slice(0, 2), sha256.slice(2));
  };
  const ensure = (folder: string): void => {
    if (made.has(folder)) return;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    made.add(folder);
  };
  const has = (sha256: string): boolean => {
    const stat = statSync(pathOf(sha256), { throwIfNoEntry: false });
    // A power cut between rename and write-back leaves an empty file: that is not the content.
    return stat !== undefined && (stat.size > 0 || sha256 === EMPTY_SHA256);
  };
  /** Short files are the other thing a power cut leaves; whoever has the content again puts it right. */
  const holds = (sha256: string, size: number): boolean =>
    statSync(pathOf(sha256), { throwIfNoEntry: false })?.size === size;
  const settle = (written: string, sha256: string, size: number): void => {
    if (holds(sha256, size)) {
      rmSync(written, { force: true });
      return;
    }
    ensure(join(root, sha256.slice(0, 2)));
    renameSync(written, pathOf(sha256));
  };
  const spool = (): { file: string; descriptor: number } => {
    ensure(temporary);
    const file = join(temporary, randomUUID());
    return { file, descriptor: openSync(file, 'wx', 0o600) };
  };

  return {
    has,
    pathOf,
    put(bytes, sha256) {
      if (holds(sha256, bytes.length)) return;
      const { file, descriptor } = spool();
      try {
        writeAll(descriptor, bytes);
      } catch (error) {
        rmSync(file, { force: true });
        throw error;
      } finally {
        closeSync(descriptor);
      }
      settle(file, sha256, bytes.length);
    },
    async putStream(chunks) {
      const { file, descriptor } = spool();
      const hash = createHash('sha256');
      let size = 0;
      try {
        for await (const chunk of chunks) {
          hash.update(chunk);
          writeAll(descriptor, chunk);
          size += chunk.length;
        }
      } catch (error) {
        rmSync(file, { force: true });
        throw error;
      } finally {
        closeSync(descriptor);
      }
      const sha256 = hash.digest('hex');
      settle(file, sha256, size);
      return { sha256, size };
    },
  };
}

/** Removes what interrupted writes left behind. Only for the one who holds the writer's lock. */
export function clearUnfinishedObjects(directory: string): void {
  rmSync(join(directory, 'objects', 'tmp'), { recursive: true, force: true });
}

/**
 * Every object whose file no longer holds what its name says, for `verify`. Objects are not synced to the disk
 * one by one (docs/decisions/0091), so after a power cut the last of them may be short.
 */
export function* damagedObjects(
  directory: string,
): IterableIterator<{ readonly sha256: string; readonly size: number }> {
  for (const { sha256, file } of objectFiles(directory)) {
    const { hash, size } = hashFile(file);
    if (hash !== sha256) yield { sha256, size };
  }
}

/** Every object whose file is in the case's folder, in the order of their names. */
export function* objectFiles(
  directory: string,
): IterableIterator<{ readonly sha256: string; readonly file: string }> {
  const root = join(directory, 'objects');
  if (!existsSync(root)) return;
  for (const folder of readdirSync(root).sort()) {
    if (!/^[0-9a-f]{2}$/.test(folder)) continue;
    for (const name of readdirSync(join(root, folder)).sort()) {
      yield { sha256: folder + name, file: join(root, folder, name) };
    }
  }
}

function hashFile(file: string): { readonly hash: string; readonly size: number } {
  const hash = createHash('sha256');
  const chunk = new Uint8Array(2 ** 20);
  const descriptor = openSync(file, 'r');
  let size = 0;
  try {
    for (;;) {
      const read = readSync(descriptor, chunk);
      if (read === 0) return { hash: hash.digest('hex'), size };
      hash.update(chunk.subarray(0, read));
      size += read;
    }
  } finally {
    closeSync(descriptor);
  }
}

/** write(2) may take less than it is given, on a nearly full disk above all. */
function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
}
