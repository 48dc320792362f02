import { randomUUID } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { TamisError } from '../model/index.ts';

/** What a list or a sort holds in memory before it goes on in a file. A few of them are filled at one time. */
const HELD_BYTES = 8 * 2 ** 20;

/**
 * Where lists go on that outgrow memory: files without a name, so that nothing of them is left behind, however the
 * process ends. Small cases never make one.
 */
export class Scratch {
  /** Bytes that each list may hold. */
  readonly heldBytes: number;
  readonly #folder: string;
  readonly #files: ScratchFile[] = [];

  /** @param folder is made when it is needed */
  constructor(folder: string, heldBytes = HELD_BYTES) {
    this.#folder = folder;
    this.heldBytes = heldBytes;
  }

  /** For what is known to be small: nothing goes into a file. */
  static inMemory(): Scratch {
    return new Scratch('', Number.POSITIVE_INFINITY);
  }

  /** Errors: `disk-full`, and those of the system. */
  open(): ScratchFile {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    const path = join(this.#folder, `passes-${randomUUID()}.tmp`);
    const file = new ScratchFile(openSync(path, 'wx+', 0o600));
    this.#files.push(file);
    // What is open stays open without its name.
    rmSync(path, { force: true });
    return file;
  }

  /** Gives the room back. What was kept here cannot be read any more. */
  close(): void {
    for (const file of this.#files.splice(0)) file.close();
  }
}

/** A file that is written to at its end and read anywhere. */
export class ScratchFile {
  readonly #file: number;
  #size = 0;
  #isOpen = true;

  constructor(file: number) {
    this.#file = file;
  }

  get size(): number {
    return this.#size;
  }

  /** Where the bytes begin. */
  append(bytes: Uint8Array): number {
    const begin = this.#size;
    try {
      for (let at = 0; at < bytes.length; )
        at += writeSync(this.#file, bytes, at, bytes.length - at, begin + at);
    } catch (error) {
      throw isFull(error) ? diskFull(error) : error;
    }
    this.#size += bytes.length;
    return begin;
  }

  read(into: Uint8Array, from: number): void {
    for (let at = 0; at < into.length; ) {
      const read = readSync(this.#file, into, at, into.length - at, from + at);
      if (read === 0) throw new RangeError('A scratch file ends before what is read from it.');
      at += read;
    }
  }

  close(): void {
    if (this.#isOpen) closeSync(this.#file);
    this.#isOpen = false;
  }
}

function isFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOSPC';
}

function diskFull(cause: unknown): TamisError {
  const text = {
    en: 'The disk is full. Free some space and start again: nothing written so far is lost.',
    fr: 'Le disque est plein. Libérez de la place et recommencez\u00a0: rien de ce qui est écrit n’est perdu.',
  };
  return new TamisError('disk-full', text, { cause });
}
