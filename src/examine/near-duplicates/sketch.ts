import { OWN, type WordHashes } from '../../parse/text/word-hashes.ts';

/** Bins of a sketch: the estimate's standard error is at most 1 / (2 √64) = 0.06; what is claimed is verified. */
export const BINS = 64;
/** Words of a shingle. Four: three find formulas of politeness in everything, five lose short texts to one edit. */
export const SHINGLE = 4;
/** Fewer own words are a greeting or "agreed": they are alike in thousands of messages and mean nothing. */
export const FEWEST_WORDS = 12;

/**
 * What tells texts that share most of their wording, in 136 bytes: a hash of all the words in order (8 bytes) and a
 * MinHash of the shingles (64 bins of 16 bits). One permutation cut into bins (Li, Owen and Zhang 2012) whose empty
 * bins borrow from others (Shrivastava 2017, "Optimal densification"), so that one hash a shingle is enough.
 * Only a message's own words count: what it quotes would join every thread into one cluster. Null for short texts.
 */
export function sketchOf({ count, hashes, kinds, ownCount }: WordHashes): Uint8Array | null {
  if (ownCount < FEWEST_WORDS) return null;
  values.fill(EMPTY);
  let a = 0;
  let b = 0;
  let c = 0;
  let low = 0x9e3779b9 | 0;
  let high = 0x85ebca6b | 0;
  let words = 0;
  for (let at = 0; at < count; at++) {
    if (((kinds[at] ?? 0) & OWN) === 0) continue;
    const word = hashes[at] ?? 0;
    low = Math.imul(low ^ word, 0x01000193);
    high = Math.imul((high << 5) ^ (high >>> 27) ^ word, 0x9e3779b1);
    if (++words >= SHINGLE) {
      const shingle = shingleHash(a, b, c, word);
      const bin = shingle >>> 26;
      const value = shingle & 0x3ffffff;
      if (value < (values[bin] ?? 0)) values[bin] = value;
    }
    // One by one: as lists, they cost an object each until the optimizing compiler has seen them.
    a = b;
    b = c;
    c = word;
  }
  return written(low, high);
}

const EMPTY = 0xffffffff;
const values = new Uint32Array(BINS);

/** The hash of four words in a row; the exact comparison uses the same shingles. */
export function shingleHash(a: number, b: number, c: number, d: number): number {
  let hash = Math.imul(a ^ 0x2545f491, 0x9e3779b1);
  hash = Math.imul((hash ^ (hash >>> 15)) + b, 0x85ebca77);
  hash = Math.imul((hash ^ (hash >>> 13)) + c, 0xc2b2ae3d);
  hash = Math.imul((hash ^ (hash >>> 16)) + d, 0x27d4eb2f);
  hash = Math.imul(hash ^ (hash >>> 15), 0x165667b1);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const HEAD = 8;

/** Size of a sketch as the case keeps it. */
export const SKETCH_BYTES = HEAD + 2 * BINS;

function written(low: number, high: number): Uint8Array {
  const out = new Uint8Array(SKETCH_BYTES);
  const view = new DataView(out.buffer);
  view.setUint32(0, low >>> 0, true);
  view.setUint32(4, high >>> 0, true);
  // The smallest of many is small: its lower bits are the evenly spread ones.
  for (let bin = 0; bin < BINS; bin++) view.setUint16(HEAD + 2 * bin, filled(bin) & 0xffff, true);
  return out;
}

/** The value of a bin, or of the first full one in an order of its own. At least one is full: a shingle was read. */
function filled(bin: number): number {
  let at = bin;
  for (let attempt = 1; (values[at] ?? EMPTY) === EMPTY; attempt++) {
    at = Math.imul(bin * 0x9e3779b1 + attempt, 0x85ebca6b) >>> 26;
  }
  return values[at] ?? 0;
}

/** A sketch as it is compared. */
export interface Sketch {
  /** Equal for texts of the same own words in the same order. */
  readonly words: number;
  readonly bins: Uint16Array;
}

/** A sketch from the bytes that the case keeps of it. */
export function readSketch(bytes: Uint8Array): Sketch {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const bins = new Uint16Array(BINS);
  for (let bin = 0; bin < BINS; bin++) bins[bin] = view.getUint16(HEAD + 2 * bin, true);
  // 53 of the 64 bits, so that it is a number: two texts in 10^9 would have to be alike by chance.
  return { words: view.getUint32(0, true) + (view.getUint32(4, true) & 0x1fffff) * 2 ** 32, bins };
}

/** The estimated Jaccard similarity of the shingles of two texts, 0 to 1. */
export function estimate(one: Uint16Array, other: Uint16Array): number {
  let equal = 0;
  for (let bin = 0; bin < BINS; bin++) if (one[bin] === other[bin]) equal++;
  return equal / BINS;
}
