import type { Cost } from '../measure/run.ts';
import { processor, type Result } from '../measure/turns.ts';

/** What one part of the suite has found. */
export interface Topic {
  readonly title: string;
  /** What was measured over what, in sentences. */
  readonly about: string;
  readonly tables: readonly Table[];
  /** What the project promised of it, held against what was measured. */
  readonly aims: readonly Aim[];
  /** What could not be measured, and why: a peer that is not installed, an input that is not at hand. */
  readonly missing: readonly string[];
}

export interface Aim {
  readonly aim: string;
  readonly measured: string;
}

export interface Table {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * Programs against the first of them: how many times as long each takes, by the wall clock and in processor
 * time, which other work on the machine disturbs less.
 */
export function comparison(caption: string, results: readonly Result[], unit?: WorkUnit): Table {
  const first = results[0]?.median;
  const rate = unit === undefined ? [] : [unit.name];
  return {
    caption,
    columns: ['', 'wall', ...rate, 'processor', 'peak memory', 'wall, times', 'processor, times'],
    rows: results.map(({ name, median }) => [
      name,
      seconds(median.wall),
      ...(unit === undefined ? [] : [perSecond(unit.amount / median.wall)]),
      seconds(processor(median)),
      megabytes(median.peak),
      ratio(median.wall, first?.wall ?? null),
      ratio(processor(median), first === undefined ? null : processor(first)),
    ]),
  };
}

/** For a column of amounts a second, as `messages/s`. */
export interface WorkUnit {
  readonly name: string;
  readonly amount: number;
}

const UNKNOWN = '–';

/** Seconds with as many digits as a measurement has. */
export function seconds(value: Cost['wall'] | null): string {
  return value === null ? UNKNOWN : `${value.toFixed(value < 10 ? 2 : 1)} s`;
}

/** Megabytes (10⁶ bytes). */
export function megabytes(value: number | null): string {
  return value === null ? UNKNOWN : `${integer(value)} MB`;
}

function perSecond(value: number): string {
  return value < 10 ? value.toFixed(1) : integer(value);
}

/** A whole number with separators. */
export function integer(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}

/** How many times the first one. */
export function ratio(value: number | null, first: number | null): string {
  return value === null || first === null ? UNKNOWN : (value / first).toFixed(value / first < 10 ? 2 : 1);
}
