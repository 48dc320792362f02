import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { ByteSource } from '../model/index.ts';
import { TamisError } from '../model/index.ts';
import { unreadableFile } from '../model/refusal.ts';
import { nativePath } from './name.ts';

/** A file that can also be read piece by piece into one and the same memory. */
export interface OpenFile extends ByteSource {
  /**
   * Fills `bytes` from `offset` on; the number of bytes that were there, fewer only at the end. Whoever passes over a whole file
   * spares the system a new page of memory for every one that is read: half of what passing over it costs, hash included.
   */
  readInto(offset: number, bytes: Uint8Array): number;
}

/** One readSync takes a signed 32-bit count; larger reads go in pieces of this size. */
const READ_PIECE = 2 ** 30;

/**
 * Open a regular file for reading at random; nothing of it is kept in memory and nothing is written.
 * `path` is as `walk` gives it, so names that are not UTF-8 open too. The size is taken once, at opening:
 * a file that grows meanwhile is read as it was, one that shrinks gives fewer bytes.
 * Throws TamisError `unreadable` when the system refuses, or when the path is no regular file (any more).
 */
export function openFile(path: string): OpenFile {
  let fd: number;
  try {
    fd = openUntouched(nativePath(path));
  } catch (cause) {
    throw unreadableFile('unreadable', path, cause);
  }
  const stat = fstatSync(fd);
  if (!stat.isFile()) {
    closeSync(fd);
    throw new TamisError('unreadable', `${path} is not a regular file`);
  }
  return new FileSource(path, fd, stat.size);
}

class FileSource implements OpenFile {
  readonly size: number;
  readonly #path: string;
  #fd: number;

  constructor(path: string, fd: number, size: number) {
    this.#path = path;
    this.#fd = fd;
    this.size = size;
  }

  read(offset: number, length: number): Uint8Array {
    const wanted = Math.min(length, this.size - offset);
    if (!(wanted > 0) || offset < 0) return new Uint8Array(0);
    // Not from Node's shared pool: a slice that outlives the read must not pin or alias other bytes.
    const bytes = new Uint8Array(wanted);
    const filled = this.readInto(offset, bytes);
    return filled === wanted ? bytes : bytes.subarray(0, filled);
  }

  readInto(offset: number, bytes: Uint8Array): number {
    if (this.#fd < 0) throw new TamisError('unreadable', `${this.#path} is closed`);
    const wanted = Math.min(bytes.length, this.size - offset);
    let filled = 0;
    try {
      while (filled < wanted) {
        const piece = Math.min(READ_PIECE, wanted - filled);
        const got = readSync(this.#fd, bytes, filled, piece, offset + filled);
        if (got === 0) break;
        filled += got;
      }
    } catch (cause) {
      throw unreadableFile('unreadable', this.#path, cause);
    }
    return filled;
  }

  close(): void {
    if (this.#fd < 0) return;
    closeSync(this.#fd);
    this.#fd = -1;
  }
}

/** False once the system has refused O_NOATIME: it is granted to the owner and to root only (open(2)). */
let untouchedAllowed = constants.O_NOATIME !== undefined;

/**
 * Open without moving the access time, which is evidence, where the system allows it. O_NONBLOCK because
 * a fifo put in a file's place after the walk would otherwise hang the open for ever.
 */
function openUntouched(path: string | Buffer): number {
  const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
  if (untouchedAllowed) {
    try {
      return openSync(path, flags | constants.O_NOATIME);
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error) || error.code !== 'EPERM') throw error;
      untouchedAllowed = false;
    }
  }
  return openSync(path, flags);
}
