import { hashOfWord } from './word-hashes.ts';

/**
 * Numbers by the hash of a word: open addressing in typed arrays, 4 ns a look-up where a Map takes 20. Words of one
 * hash (one chance in 40,000 for a table of 1,000) are one word to it. Most words of a text are in no table, and the
 * table lies in a cache far away: a bit for each of 32,768 classes of hashes (4 KB) answers for them.
 */
export class WordTable {
  readonly #keys: Uint32Array;
  readonly #values: Int32Array;
  readonly #mask: number;
  readonly #classes = new Uint32Array(CLASSES / 32);

  /** Values are 0 or more. */
  constructor(entries: Iterable<readonly [hash: number, value: number]>) {
    const known = new Map(entries);
    const size = 2 ** Math.ceil(Math.log2(4 * known.size + 4));
    this.#mask = size - 1;
    this.#keys = new Uint32Array(size);
    this.#values = new Int32Array(size).fill(ABSENT);
    for (const [hash, value] of known) this.#put(hash, value);
  }

  #put(hash: number, value: number): void {
    const at = this.#place(hash);
    this.#keys[at] = hash;
    this.#values[at] = value;
    const known = hash >>> TO_CLASS;
    this.#classes[known >>> 5] = (this.#classes[known >>> 5] ?? 0) | (1 << (known & 31));
  }

  /** The values are the places in the list. */
  static ofWords(words: Iterable<string>): WordTable {
    return new WordTable([...words].map((word, index) => [hashOfWord(word), index] as const));
  }

  /** The value, or -1. */
  get(hash: number): number {
    const known = hash >>> TO_CLASS;
    if ((((this.#classes[known >>> 5] ?? 0) >>> (known & 31)) & 1) === 0) return ABSENT;
    return this.#values[this.#place(hash)] ?? ABSENT;
  }

  #place(hash: number): number {
    let at = hash & this.#mask;
    while (this.#values[at] !== ABSENT && this.#keys[at] !== hash) at = (at + 1) & this.#mask;
    return at;
  }
}

const ABSENT = -1;
const CLASSES = 2 ** 15;
/** The high bits, as places are chosen by the low ones. */
const TO_CLASS = 17;
