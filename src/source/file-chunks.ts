import { createHash } from 'node:crypto';
import { closeSync, constants, openSync, readSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { nativePath } from './name.ts';

const CHUNK_BYTES = 2 ** 20;

/**
 * The bytes of a file in order; its path as `walk` gives it, so that names of any bytes are found.
 * A chunk is a view that the next one writes over: a dump is mostly thousands of small
 * files, and a stream with a buffer for each took 15 times as long. Between chunks Ctrl-C is heard.
 * Errors of the file system and the signal's reason are thrown.
 * @param follow whether a link is followed; a package of a stranger must not lead anywhere
 */
export async function* fileChunks(
  path: string,
  signal: AbortSignal,
  follow: 'follow' | 'no-links' = 'follow',
): AsyncGenerator<Uint8Array> {
  const links = follow === 'follow' ? 0 : (constants.O_NOFOLLOW ?? 0);
  const file = openSync(nativePath(path), constants.O_RDONLY | links);
  const buffer = buffers.pop() ?? Buffer.allocUnsafe(CHUNK_BYTES);
  try {
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer)) {
      yield buffer.subarray(0, read);
      if (read < buffer.length) continue;
      await setImmediate();
      signal.throwIfAborted();
    }
  } finally {
    buffers.push(buffer);
    closeSync(file);
  }
}

/** Buffers not in use: as many as files were ever read at once. */
const buffers: Buffer[] = [];

/** What a file was when it was read to its end. */
export interface FileHash {
  /** Hexadecimal. */
  readonly sha256: string;
  readonly size: number;
}

/** SHA-256 and size of a file. Throws as `fileChunks`. */
export async function hashFile(
  path: string,
  signal: AbortSignal,
  follow: 'follow' | 'no-links' = 'follow',
): Promise<FileHash> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of fileChunks(path, signal, follow)) {
    hash.update(chunk);
    size += chunk.length;
  }
  return { sha256: hash.digest('hex'), size };
}
