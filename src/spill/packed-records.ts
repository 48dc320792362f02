import { bytesOf, HeldRecords, type RecordCursor } from './record-list.ts';

const FIRST_RECORDS = 256;

/**
 * Records of a few whole numbers of 32 bits as text for JSON: what one party finds in a piece of the leak and another one
 * puts together. In the order of bytes of the machine, which is the same on all that Node 24 runs on.
 */
export class PackedRecords {
  readonly #width: number;
  #words: Int32Array;
  #used = 0;

  /** @param width words of a record */
  constructor(width: number) {
    this.#width = width;
    this.#words = new Int32Array(FIRST_RECORDS * width);
  }

  /** As many numbers as a record has. */
  add(...record: readonly number[]): void {
    if (this.#used === this.#words.length) {
      const wider = new Int32Array(2 * this.#words.length);
      wider.set(this.#words);
      this.#words = wider;
    }
    for (let at = 0; at < this.#width; at++) this.#words[this.#used + at] = record[at] ?? 0;
    this.#used += this.#width;
  }

  toString(): string {
    const { buffer, byteLength } = bytesOf(this.#words.subarray(0, this.#used));
    return Buffer.from(buffer, 0, byteLength).toString('base64');
  }
}

/** Records that were packed, in their order. */
export function unpacked(text: string, width: number): RecordCursor {
  const bytes = Buffer.from(text, 'base64');
  const words = new Int32Array(Math.floor(bytes.length / (4 * width)) * width);
  bytesOf(words).set(bytes.subarray(0, 4 * words.length));
  return new HeldRecords(words, width);
}
