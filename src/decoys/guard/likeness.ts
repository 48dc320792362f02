import { createHash } from 'node:crypto';

/** Words in a row that are compared. */
const WORDS = 5;
/** No two decoys share more than this (Jaccard) of their sequences: a thief who knows one must not find the rest. */
export const MOST_ALIKE = 0.5;
/** Smallest hashes of a text by which its neighbours are found; at half the sequences shared, missing all is 1 in 65,000. */
const SKETCH = 16;

/**
 * Remembers texts and says whether a new one is too much like one before. Quoted lines do not count: an answer
 * quotes what it answers. Texts of fewer than eight sequences are too short to compare.
 */
export class Likeness {
  readonly #bySketch = new Map<number, number[]>();
  readonly #texts: (readonly number[])[] = [];

  /** The highest Jaccard index with any text added before; 0 where none is near. */
  nearest(text: string): number {
    const own = sequences(text);
    let most = 0;
    for (const other of new Set(own.slice(0, SKETCH).flatMap((hash) => this.#bySketch.get(hash) ?? [])))
      most = Math.max(most, jaccard(own, this.#texts[other] ?? []));
    return most;
  }

  add(text: string): void {
    const own = sequences(text);
    const number = this.#texts.push(own) - 1;
    for (const hash of own.slice(0, SKETCH)) {
      const holders = this.#bySketch.get(hash);
      if (holders === undefined) this.#bySketch.set(hash, [number]);
      else holders.push(number);
    }
  }
}

const FEWEST = 8;

/** Hashes of all sequences, sorted, each once; empty for a text too short to compare. */
function sequences(text: string): number[] {
  const own = text.replace(/^>.*$/gm, '').toLowerCase();
  const words = own.match(/[\p{L}\p{N}]+/gu) ?? [];
  const hashes = new Set<number>();
  for (let at = 0; at + WORDS <= words.length; at++) {
    const joined = words.slice(at, at + WORDS).join(' ');
    hashes.add(createHash('sha1').update(joined).digest().readUInt32BE(0));
  }
  return hashes.size < FEWEST ? [] : [...hashes].sort((a, b) => a - b);
}

/** Of two sorted lists without repeats. */
export function jaccard(a: readonly number[], b: readonly number[]): number {
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
