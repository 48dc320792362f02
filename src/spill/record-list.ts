import type { Scratch, ScratchFile } from './scratch.ts';

/** Records read one after the other. The place stays where it is until the next is asked for. */
export interface RecordCursor {
  /** False when there is none left. */
  next(): boolean;
  /** A word of the record at hand. */
  word(at: number): number;
}

/** Records read from a file at once. */
const PAGE_BYTES = 64 * 1024;
const FIRST_WORDS = 1024;

/**
 * Records of a few whole numbers of 32 bits, read back in the order in which they were added: 4 bytes a number, in
 * memory up to a bound and in a file beyond it.
 */
export class RecordList {
  readonly width: number;
  readonly #scratch: Scratch;
  readonly #most: number;
  #words: Int32Array;
  #used = 0;
  #file: ScratchFile | null = null;
  #length = 0;

  /** @param width words of a record */
  constructor(scratch: Scratch, width: number) {
    this.#scratch = scratch;
    this.width = width;
    this.#most = Math.max(1, Math.floor(scratch.heldBytes / (4 * width))) * width;
    this.#words = new Int32Array(Math.min(this.#most, FIRST_WORDS * width));
  }

  get length(): number {
    return this.#length;
  }

  /** As many numbers as a record has. */
  add(...record: readonly number[]): void {
    if (this.#used === this.#words.length) this.#makeRoom();
    for (let at = 0; at < this.width; at++) this.#words[this.#used + at] = record[at] ?? 0;
    this.#used += this.width;
    this.#length++;
  }

  /** The same for the numbers of one record in an array. */
  addAll(record: Int32Array): void {
    if (this.#used === this.#words.length) this.#makeRoom();
    this.#words.set(record, this.#used);
    this.#used += this.width;
    this.#length++;
  }

  /** Nothing may be added while it is read. */
  read(): RecordCursor {
    const kept = this.#words.subarray(0, this.#used);
    return this.#file === null
      ? new HeldRecords(kept, this.width)
      : new ChainedRecords([
          new FiledRecords(this.#file, 0, this.#file.size, this.width),
          new HeldRecords(kept, this.width),
        ]);
  }

  #makeRoom(): void {
    if (this.#words.length < this.#most) {
      const wider = new Int32Array(Math.min(this.#most, 2 * this.#words.length));
      wider.set(this.#words);
      this.#words = wider;
      return;
    }
    this.#file ??= this.#scratch.open();
    this.#file.append(bytesOf(this.#words));
    this.#used = 0;
  }
}

export function bytesOf(words: Int32Array): Uint8Array {
  return new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
}

/** Records in memory. */
export class HeldRecords implements RecordCursor {
  readonly #words: Int32Array;
  readonly #width: number;
  #at: number;

  constructor(words: Int32Array, width: number) {
    this.#words = words;
    this.#width = width;
    this.#at = -width;
  }

  next(): boolean {
    this.#at += this.#width;
    return this.#at < this.#words.length;
  }

  word(at: number): number {
    return this.#words[this.#at + at] ?? 0;
  }
}

/** Records of a stretch of a file, a page at a time. */
export class FiledRecords implements RecordCursor {
  readonly #file: ScratchFile;
  readonly #end: number;
  readonly #width: number;
  readonly #page: Int32Array;
  #from: number;
  #held = 0;
  #at: number;

  constructor(file: ScratchFile, from: number, end: number, width: number) {
    this.#file = file;
    this.#from = from;
    this.#end = end;
    this.#width = width;
    this.#page = new Int32Array(Math.max(1, Math.floor(PAGE_BYTES / (4 * width))) * width);
    this.#at = -width;
  }

  next(): boolean {
    this.#at += this.#width;
    if (this.#at < this.#held) return true;
    const words = Math.min(this.#page.length, (this.#end - this.#from) / 4);
    if (words <= 0) return false;
    const page = this.#page.subarray(0, words);
    this.#file.read(bytesOf(page), this.#from);
    this.#from += 4 * words;
    this.#held = words;
    this.#at = 0;
    return true;
  }

  word(at: number): number {
    return this.#page[this.#at + at] ?? 0;
  }
}

class ChainedRecords implements RecordCursor {
  readonly #cursors: readonly RecordCursor[];
  #at = 0;

  constructor(cursors: readonly RecordCursor[]) {
    this.#cursors = cursors;
  }

  next(): boolean {
    while (this.#at < this.#cursors.length) {
      if (this.#cursors[this.#at]?.next()) return true;
      this.#at++;
    }
    return false;
  }

  word(at: number): number {
    return this.#cursors[this.#at]?.word(at) ?? 0;
  }
}
