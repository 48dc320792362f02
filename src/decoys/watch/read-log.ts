import { closeSync, createReadStream, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { createGunzip } from 'node:zlib';

const CHUNK = 256 * 1024;
/** How often a log that is followed is looked at. */
const LOOK_MS = 500;

/** The bytes of a log once, from its beginning; `.gz` as logrotate leaves it is opened. */
export function readOnce(path: string): AsyncIterable<Uint8Array> {
  const file = createReadStream(path, { highWaterMark: CHUNK });
  return /\.gz$/i.test(path) ? file.pipe(createGunzip()) : file;
}

/**
 * The bytes of a log, and those that come, until `signal` fires. A log that is cut or replaced under its name (rotated)
 * is read from the beginning of the new one, after what was left of the old.
 */
export async function* follow(path: string, signal: AbortSignal): AsyncIterableIterator<Uint8Array> {
  const buffer = Buffer.alloc(CHUNK);
  let file = openSync(path, 'r');
  let at = 0;
  try {
    while (!signal.aborted) {
      const read = readSync(file, buffer, 0, CHUNK, at);
      if (read > 0) {
        at += read;
        yield Uint8Array.from(buffer.subarray(0, read));
        continue;
      }
      const named = statSync(path, { throwIfNoEntry: false });
      const open = fstatSync(file);
      if (named !== undefined && (named.ino !== open.ino || named.dev !== open.dev)) {
        closeSync(file);
        file = openSync(path, 'r');
        at = 0;
      } else if (open.size < at) at = 0;
      else await delay(LOOK_MS, undefined, { signal }).catch(() => {});
    }
  } finally {
    closeSync(file);
  }
}
