/**
 * Numbers that depend on a seed and a label alone, so that any one decoy can be made again without the others.
 * xoshiro128** (Blackman and Vigna 2018), started from SHA-256: the same on every machine, which Math.random
 * is not. Integer arithmetic only until the last step; no Math.log or Math.exp, whose last bit may differ
 * between versions of V8, decides anything.
 */
import { createHash } from 'node:crypto';

/** A stream of numbers. */
export interface Random {
  /** From 0 up to and not including 1. */
  next(): number;
  /** A whole number, both ends included. */
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  /** Throws RangeError on an empty list. */
  pick<T>(list: readonly T[]): T;
  /** `length` characters of `alphabet`. */
  letters(length: number, alphabet: string): string;
  /** An independent stream of the same seed. */
  fork(label: string): Random;
}

/** The stream of a seed: equal seeds give equal numbers, on every machine. */
export function randomOf(seed: string): Random {
  const start = createHash('sha256').update(seed, 'utf8').digest();
  let [a, b, c, d] = [0, 4, 8, 12].map((at) => start.readUInt32LE(at)) as [number, number, number, number];
  const next = (): number => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result / 2 ** 32;
  };
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new RangeError('nothing to pick from');
    return list[between(0, list.length - 1)] as T;
  };
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick,
    letters: (length, alphabet) => {
      let out = '';
      for (let i = 0; i < length; i++) out += alphabet[between(0, alphabet.length - 1)];
      return out;
    },
    fork: (label) => randomOf(`${seed}/${label}`),
  };
}

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}
