import { createCipheriv, createHash } from 'node:crypto';

/** Numbers and bytes from a seed: the same on every machine, so that a benchmark's input can be made again. */
export class Random {
  readonly #seed: string;
  #state: number;
  #streams = 0;

  constructor(seed: string) {
    this.#seed = seed;
    this.#state = createHash('sha256').update(seed).digest().readUInt32LE(0);
  }

  /** Uniform in [0, 1): mulberry32 (Tommy Ettinger), one word of state, good enough for word and size draws. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  /** Uniform in 0 .. `below` - 1. */
  int(below: number): number {
    return Math.floor(this.next() * below);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(from: readonly T[]): T {
    const chosen = from[this.int(from.length)];
    if (chosen === undefined) throw new Error('a choice from nothing');
    return chosen;
  }

  /** A rank below `count` whose probability falls as 1/(rank + shift), as of words in text (Zipf-Mandelbrot). */
  rank(count: number, shift = 1): number {
    return Math.floor(shift * ((count + shift) / shift) ** this.next() - shift);
  }

  /** Log-normal with this mean: sizes of attachments have a long tail. */
  logNormal(mean: number, sigma: number): number {
    const normal = Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
    return mean * Math.exp(sigma * normal - (sigma * sigma) / 2);
  }

  /** Bytes that no compressor makes smaller: the key stream of AES in counter mode, a gigabyte a second. */
  bytes(length: number): Buffer {
    const key = createHash('sha256')
      .update(`${this.#seed} ${this.#streams++}`)
      .digest();
    const cipher = createCipheriv('aes-128-ctr', key.subarray(0, 16), key.subarray(16));
    return cipher.update(Buffer.alloc(length));
  }
}
