import type { ByteSource } from '../../model/index.ts';
import { asBuffer } from '../binary/as-buffer.ts';

/** Large enough that the read costs nothing beside the search, small enough to stay in the cache. */
const WINDOW = 1 << 20;

/** Kept before the place of interest: a decision about a line looks at the line ends before it. */
const MARGIN = 16;

/** A piece of a source held in memory, moved forward as a search goes: all the memory a scan needs. */
export class Window {
  readonly #source: ByteSource;
  /** Offset of the first byte held. */
  start = 0;
  bytes: Buffer = Buffer.alloc(0);

  constructor(source: ByteSource) {
    this.#source = source;
  }

  get size(): number {
    return this.#source.size;
  }

  get end(): number {
    return this.start + this.bytes.length;
  }

  /** Hold the bytes from `start` on. */
  moveTo(start: number): void {
    this.start = Math.max(0, start);
    const bytes = this.#source.read(this.start, WINDOW);
    this.bytes = asBuffer(bytes);
  }

  /** The bytes [start, end), cut to what exists. The window follows, so that scans forward read once. */
  slice(start: number, end: number): Buffer {
    const first = Math.max(0, start);
    const last = Math.min(end, this.size);
    if (first < this.start || last > this.end) this.moveTo(first - MARGIN);
    return this.bytes.subarray(Math.max(0, first - this.start), Math.max(0, last - this.start));
  }

  /** Offset of the next `needle` at or after `from`, or -1. */
  find(needle: Buffer, from: number): number {
    let at = from;
    while (at < this.size) {
      if (at < this.start || at + needle.length > this.end) this.moveTo(at - MARGIN);
      const found = this.bytes.indexOf(needle, at - this.start);
      if (found >= 0) return this.start + found;
      if (this.end >= this.size || this.bytes.length < needle.length) return -1;
      at = Math.max(at + 1, this.end - needle.length + 1);
    }
    return -1;
  }
}
