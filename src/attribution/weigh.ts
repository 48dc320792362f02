import type { Level, Rating } from './matrix.ts';

/** Credibility times relevance: √2 a step, so that a high and a low cancel out. */
const LEVEL_WEIGHTS: Readonly<Record<Level, number>> = { low: Math.SQRT1_2, medium: 1, high: Math.SQRT2 };

/** Only what speaks against a hypothesis counts (Heuer: evidence fits many hypotheses, so fitting proves none). */
const INCONSISTENCY: Readonly<Record<Rating, number>> = { CC: 0, C: 0, N: 0, I: 1, II: 2 };

/** Five steps for what is compared as more or less: diagnosticity, agreement of analysts. */
const STEPS: Readonly<Record<Rating, number>> = { CC: 2, C: 1, N: 0, I: -1, II: -2 };

interface Weighted {
  readonly credibility: Level;
  readonly relevance: Level;
}

/** What a row counts for: credibility times relevance, 0.5 to 2. */
export function weightOf({ credibility, relevance }: Weighted): number {
  return LEVEL_WEIGHTS[credibility] * LEVEL_WEIGHTS[relevance];
}

/** Weighted inconsistency of one rating: 0, or what it adds to the hypothesis's score. */
export function inconsistency(row: Weighted, rating: Rating): number {
  return INCONSISTENCY[rating] * weightOf(row);
}

/** From 2 (very consistent) to -2 (very inconsistent). */
export function stepOf(rating: Rating): number {
  return STEPS[rating];
}

/** Scores are sums of multiples of √½; what is nearer than this is rounding. */
const ROUNDING = 1e-9;

/** `a <= b`, but for what adding fractions in another order gives. */
export function atMost(a: number, b: number): boolean {
  return a <= b + ROUNDING;
}

/** `a === b`, but for the same. */
export function same(a: number, b: number): boolean {
  return Math.abs(a - b) <= ROUNDING;
}
