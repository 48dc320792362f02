/** Words in a row that are compared. */
const WORDS = 5;
/** No two decoys share more than this (Jaccard) of their sequences: a thief who knows one must not find the rest. */
export const MOST_ALIKE = 0.5;
/** Smallest hashes of a text by which its neighbours are found (Broder 1997, bottom-k). */
const SKETCH = 32;
/**
 * Hashes that two sketches share before the texts themselves are compared. Of two texts that share half of their sequences
 * one pair in a million shares fewer (binomial, 32 draws); most others share a list's footer and nothing else.
 */
const LEAST_SHARED = 4;

/**
 * Remembers texts and says whether a new one is too much like one before. Quoted lines do not count: an answer
 * quotes what it answers. Texts of fewer than eight sequences are too short to compare.
 */
export class Likeness {
  readonly #bySketch = new Map<number, number[]>();
  readonly #texts: Uint32Array[] = [];
  /** Shared hashes by text, all zero between two questions. */
  #counts = new Uint8Array(1024);
  #last: { readonly text: string; readonly own: Uint32Array } = { text: '', own: new Uint32Array(0) };

  /** The highest Jaccard index above MOST_ALIKE with any text added before; 0 where none is as near. */
  nearest(text: string): number {
    const own = this.#sequencesOf(text);
    const touched: number[] = [];
    for (const hash of own.subarray(0, SKETCH))
      for (const other of this.#bySketch.get(hash) ?? []) {
        const count = this.#counts[other] ?? 0;
        if (count === 0) touched.push(other);
        this.#counts[other] = count + 1;
      }
    let most = 0;
    for (const other of touched) {
      const shared = this.#counts[other] ?? 0;
      this.#counts[other] = 0;
      const theirs = this.#texts[other];
      if (theirs !== undefined && shared >= LEAST_SHARED) most = Math.max(most, near(own, theirs));
    }
    return most;
  }

  add(text: string): void {
    const own = this.#sequencesOf(text);
    const number = this.#texts.push(own) - 1;
    if (number >= this.#counts.length) this.#counts = new Uint8Array(2 * this.#counts.length);
    for (const hash of own.subarray(0, SKETCH)) {
      const holders = this.#bySketch.get(hash);
      if (holders === undefined) this.#bySketch.set(hash, [number]);
      else holders.push(number);
    }
  }

  /** What is asked about is mostly added next. */
  #sequencesOf(text: string): Uint32Array {
    if (this.#last.text !== text) this.#last = { text, own: sequences(text) };
    return this.#last.own;
  }
}

const FEWEST = 8;

/** Hashes of all sequences, sorted, each once; empty for a text too short to compare. */
function sequences(text: string): Uint32Array {
  const own = text.replace(/^>.*$/gm, '').toLowerCase();
  const words = Array.from(own.matchAll(/[\p{L}\p{N}]+/gu), ([word]) => hashOf(word));
  const hashes = new Set<number>();
  for (let at = 0; at + WORDS <= words.length; at++) {
    let hash = 0;
    for (let word = at; word < at + WORDS; word++) hash = mixed(hash ^ (words[word] ?? 0));
    hashes.add(hash >>> 0);
  }
  return hashes.size < FEWEST ? new Uint32Array(0) : Uint32Array.from(hashes).sort();
}

/** FNV-1a. Nobody gains by a collision: it only makes a decoy be tried again. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash;
}

/** The finaliser of MurmurHash3, so that the order of words counts and the smallest hashes are any. */
function mixed(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** The Jaccard index where it is above MOST_ALIKE; 0 as soon as it cannot be. */
function near(a: Uint32Array, b: Uint32Array): number {
  // J > 1/2 with `missed` sequences of one alone: missed < (|a| + |b|) / 3.
  const most = (a.length + b.length) / 3;
  if (Math.abs(a.length - b.length) >= most) return 0;
  let missed = 0;
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const [x, y] = [a[i] ?? 0, b[j] ?? 0];
    if (x !== y && ++missed >= most) return 0;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  const index = jaccard(a, b);
  return index > MOST_ALIKE ? index : 0;
}

/** Of two sorted lists without repeats. */
export function jaccard(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [x, y] = [a[i] ?? 0, b[j] ?? 0];
    if (x === y) shared++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  const all = a.length + b.length - shared;
  return all === 0 ? 0 : shared / all;
}
