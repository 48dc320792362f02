import { hashWords, OWN } from '../../parse/text/word-hashes.ts';
import { SHINGLE, shingleHash } from './sketch.ts';

/** How much of their wording two texts share, counted and not estimated. */
export interface Overlap {
  /** Shingles in both, of those in either: 0 to 1 (Jaccard). */
  readonly similarity: number;
  /** Shingles in both, of those of the smaller text: 1 where the one stands whole in the other (Broder 1997). */
  readonly containment: number;
}

/** The different shingles of a text's own words, sorted. */
export function shinglesOf(text: string, mail: boolean): Uint32Array {
  const { count, hashes, kinds, ownCount } = hashWords(text, mail);
  const shingles = new Uint32Array(Math.max(0, ownCount - SHINGLE + 1));
  let [a, b, c] = [0, 0, 0];
  let words = 0;
  for (let at = 0; at < count; at++) {
    if (((kinds[at] ?? 0) & OWN) === 0) continue;
    const word = hashes[at] ?? 0;
    if (++words >= SHINGLE) shingles[words - SHINGLE] = shingleHash(a, b, c, word);
    a = b;
    b = c;
    c = word;
  }
  return different(shingles.sort());
}

function different(sorted: Uint32Array): Uint32Array {
  let kept = 0;
  for (let at = 0; at < sorted.length; at++) {
    if (at > 0 && sorted[at] === sorted[at - 1]) continue;
    sorted[kept++] = sorted[at] ?? 0;
  }
  return sorted.slice(0, kept);
}

/** How much two texts share, from their sorted sets of shingle hashes. */
export function overlap(one: Uint32Array, other: Uint32Array): Overlap {
  const smaller = Math.min(one.length, other.length);
  if (smaller === 0) return { similarity: 0, containment: 0 };
  let [i, j, shared] = [0, 0, 0];
  while (i < one.length && j < other.length) {
    const [a, b] = [one[i] ?? 0, other[j] ?? 0];
    if (a === b) shared++;
    if (a <= b) i++;
    if (b <= a) j++;
  }
  return { similarity: shared / (one.length + other.length - shared), containment: shared / smaller };
}
