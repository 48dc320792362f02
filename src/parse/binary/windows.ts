import type { ByteSource } from '../../model/index.ts';
import { fail } from './fail.ts';

/** 64 KiB: one system call brings a hundred pages of a PST, and a message's blocks lie close together. */
const WINDOW_BYTES = 64 * 1024;
/** 8 MiB held at most, whatever the size of the file. */
const WINDOWS_KEPT = 128;

/** Random reads through a bounded cache of windows, least recently used first out. */
export class Windows {
  readonly size: number;
  readonly #source: ByteSource;
  readonly #kept = new Map<number, Uint8Array>();
  #last = -1;
  #lastBytes: Uint8Array = new Uint8Array(0);

  constructor(source: ByteSource) {
    this.#source = source;
    this.size = source.size;
  }

  /** Exactly `length` bytes at `offset`; a view, not to be written to. Fails as `truncated` past the end. */
  view(offset: number, length: number): Uint8Array {
    if (offset < 0 || length < 0 || offset + length > this.size) {
      fail(
        'truncated',
        `The file ends at byte ${this.size}, before the ${length} bytes announced at ${offset}.`,
      );
    }
    const window = Math.floor(offset / WINDOW_BYTES);
    const start = offset - window * WINDOW_BYTES;
    if (start + length <= WINDOW_BYTES) return this.#filled(this.#window(window), start, length, offset);
    if (length > 2 * WINDOW_BYTES) return this.#filled(this.#source.read(offset, length), 0, length, offset);
    return this.#joined(window, start, length, offset);
  }

  #joined(first: number, start: number, length: number, offset: number): Uint8Array {
    const out = new Uint8Array(length);
    let done = 0;
    for (let window = first, from = start; done < length; window++, from = 0) {
      const part = this.#window(window).subarray(from, from + length - done);
      if (part.length === 0) fail('unreadable', `Byte ${offset + done} could not be read.`);
      out.set(part, done);
      done += part.length;
    }
    return out;
  }

  #filled(window: Uint8Array, start: number, length: number, offset: number): Uint8Array {
    if (start + length > window.length) fail('unreadable', `The bytes at ${offset} could not be read.`);
    return window.subarray(start, start + length);
  }

  #window(index: number): Uint8Array {
    if (index === this.#last) return this.#lastBytes;
    let bytes = this.#kept.get(index);
    if (bytes === undefined) {
      bytes = this.#source.read(index * WINDOW_BYTES, WINDOW_BYTES);
      if (this.#kept.size >= WINDOWS_KEPT) this.#dropOldest();
    } else {
      this.#kept.delete(index);
    }
    this.#kept.set(index, bytes);
    this.#last = index;
    this.#lastBytes = bytes;
    return bytes;
  }

  #dropOldest(): void {
    const oldest = this.#kept.keys().next();
    if (!oldest.done) this.#kept.delete(oldest.value);
  }
}
