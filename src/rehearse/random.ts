/**
 * Numbers that depend on a seed and a label alone. Each maker draws from a stream of its own, so that adding
 * one maker does not change what the others make.
 */
import { createHash } from 'node:crypto';

/** A stream of numbers. */
export interface Random {
  /** From 0 up to and not including 1. */
  next(): number;
  /** A whole number, both ends included. */
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** A copy in another order (Fisher and Yates). */
  shuffled<T>(list: readonly T[]): T[];
  /** `length` hexadecimal digits, lower case. */
  hex(length: number): string;
  letters(length: number, alphabet?: string): string;
  /** An independent stream of the same seed. */
  fork(label: string): Random;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Numbers by sfc32 (Chris Doty-Humphrey's small fast counter), started from SHA-256 of the seed. */
export function randomOf(seed: string): Random {
  const start = createHash('sha256').update(seed, 'utf8').digest();
  let a = start.readInt32LE(0);
  let b = start.readInt32LE(4);
  let c = start.readInt32LE(8);
  let counter = start.readInt32LE(12);
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(list: readonly T[]): T => {
    const picked = list[between(0, list.length - 1)];
    if (picked === undefined) throw new RangeError('nothing to pick from');
    return picked;
  };
  const letters = (length: number, alphabet = LETTERS): string =>
    Array.from({ length }, () => alphabet[between(0, alphabet.length - 1)]).join('');
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick,
    shuffled: (list) => shuffle([...list], between),
    hex: (length) => letters(length, '0123456789abcdef'),
    letters,
    fork: (label) => randomOf(`${seed}/${label}`),
  };
}

function shuffle<T>(list: T[], between: (low: number, high: number) => number): T[] {
  for (let last = list.length - 1; last > 0; last--) {
    const other = between(0, last);
    [list[last], list[other]] = [list[other] as T, list[last] as T];
  }
  return list;
}
