import { MergedRecords } from './merged-records.ts';
import { radixSorted } from './radix.ts';
import { bytesOf, FiledRecords, HeldRecords, type RecordCursor } from './record-list.ts';
import type { Scratch, ScratchFile } from './scratch.ts';

const FIRST_WORDS = 1024;

interface Run {
  readonly from: number;
  readonly end: number;
}

/**
 * Records of a few whole numbers of 32 bits, read back in the order of their first numbers, taken without sign; equals
 * stay in the order in which they were added. Up to a bound they are sorted in memory; beyond it in runs that lie in a
 * file and are merged when they are read (Knuth, The Art of Computer Programming 3, section 5.4.1). So what belongs
 * together by a hash of its name comes together, however many there are.
 */
export class RecordSort {
  readonly width: number;
  readonly #keys: number;
  readonly #scratch: Scratch;
  readonly #most: number;
  #words: Int32Array;
  #used = 0;
  #isSorted = true;
  #file: ScratchFile | null = null;
  readonly #runs: Run[] = [];
  #length = 0;

  /** @param width words of a record @param keys how many of them decide the order, the first most */
  constructor(scratch: Scratch, width: number, keys: number) {
    this.#scratch = scratch;
    this.width = width;
    this.#keys = keys;
    // Half, since sorting needs the same room once more.
    this.#most = Math.max(1, Math.floor(scratch.heldBytes / (8 * width))) * width;
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
    this.#isSorted = false;
  }

  /** In order. May be read again; nothing may be added meanwhile. */
  read(): RecordCursor {
    this.#sort();
    const held = new HeldRecords(this.#words.subarray(0, this.#used), this.width);
    const file = this.#file;
    if (file === null) return held;
    const filed = this.#runs.map(({ from, end }) => new FiledRecords(file, from, end, this.width));
    return new MergedRecords([...filed, held], this.#keys);
  }

  #makeRoom(): void {
    if (this.#words.length < this.#most) {
      const wider = new Int32Array(Math.min(this.#most, 2 * this.#words.length));
      wider.set(this.#words);
      this.#words = wider;
      return;
    }
    this.#sort();
    this.#file ??= this.#scratch.open();
    const from = this.#file.append(bytesOf(this.#words));
    this.#runs.push({ from, end: this.#file.size });
    this.#used = 0;
  }

  #sort(): void {
    if (this.#isSorted) return;
    this.#words = radixSorted(this.#words, this.#used, this.width, this.#keys);
    this.#isSorted = true;
  }
}
