import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ObjectStore } from './store.ts';

/** A store of objects elsewhere, to which a case's folder is the cache. Calls block. */
export interface RemoteObjects {
  has(sha256: string): boolean;
  put(file: string, sha256: string): void;
  /** Into a file that appears whole; false when there is no such object. */
  fetch(sha256: string, file: string): boolean;
  list(): readonly string[];
}

const remotes = new Map<string, RemoteObjects>();

/**
 * From here on, in this thread, the objects of the case in this folder lie elsewhere. Said by who may open sockets
 * (src/remote-objects.ts); the case itself may not.
 */
export function useRemoteObjects(directory: string, remote: RemoteObjects): void {
  remotes.set(directory, remote);
}

/** Where the objects of a case lie, when that is not its folder. */
export function remoteObjectsOf(directory: string): RemoteObjects | null {
  return remotes.get(directory) ?? null;
}

/** Hashes held by a thread, 100 bytes each: beyond these the bucket is asked again. */
const MOST_KNOWN = 50_000;

/** What is written goes to both, and what is asked for is fetched once. */
export function withRemote(local: ObjectStore, remote: RemoteObjects): ObjectStore {
  // That the cache has an object does not say that the bucket does: it may have been away when it was written.
  const there = new Set<string>();
  const upload = (sha256: string): void => {
    if (there.has(sha256)) return;
    if (!remote.has(sha256)) remote.put(local.pathOf(sha256), sha256);
    if (there.size >= MOST_KNOWN) there.clear();
    there.add(sha256);
  };
  return {
    has: (sha256) => local.has(sha256) || remote.has(sha256),
    pathOf(sha256) {
      const file = local.pathOf(sha256);
      if (!local.has(sha256)) {
        mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
        remote.fetch(sha256, file);
      }
      return file;
    },
    put(bytes, sha256) {
      local.put(bytes, sha256);
      upload(sha256);
    },
    async putStream(chunks) {
      const stored = await local.putStream(chunks);
      upload(stored.sha256);
      return stored;
    },
  };
}
