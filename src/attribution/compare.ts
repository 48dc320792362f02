import type { Matrix, Rating } from './matrix.ts';
import { type Scores, scoreMatrix } from './score.ts';
import { stepOf } from './weigh.ts';

export interface Analyst {
  readonly name: string;
  readonly matrix: Matrix;
}

/** A cell that analysts rated differently. */
export interface Disagreement {
  readonly evidence: string;
  readonly hypothesis: string;
  /** In the order of the analysts; null: not in this one's matrix. */
  readonly ratings: readonly (Rating | null)[];
  /** Steps between the most and the least consistent. */
  readonly spread: number;
  /** One says it speaks for, another that it speaks against. */
  readonly opposed: boolean;
}

export interface Comparison {
  readonly analysts: readonly { readonly name: string; readonly scores: Scores }[];
  /** Widest first. */
  readonly disagreements: readonly Disagreement[];
  /** Cells rated by two analysts or more, and of these how many alike. */
  readonly cells: number;
  readonly alike: number;
  /** Krippendorff's alpha for interval data; null where nothing varies. 1 is agreement, 0 is chance. */
  readonly alpha: number | null;
  /** Rows and hypotheses that not all have. */
  readonly onlyInSome: readonly string[];
}

/** Lays matrices side by side by the ids of rows and hypotheses; each is scored by itself. */
export function compareMatrices(analysts: readonly Analyst[]): Comparison {
  const units = cellsOf(analysts);
  const rated = units.filter(({ ratings }) => ratings.filter((rating) => rating !== null).length > 1);
  const disagreements = rated.filter(({ spread }) => spread > 0);
  return {
    analysts: analysts.map(({ name, matrix }) => ({ name, scores: scoreMatrix(matrix) })),
    disagreements: disagreements.sort((a, b) => b.spread - a.spread),
    cells: rated.length,
    alike: rated.length - disagreements.length,
    alpha: alphaOf(
      rated.map(({ ratings }) => ratings.flatMap((rating) => (rating === null ? [] : stepOf(rating)))),
    ),
    onlyInSome: onlyInSome(analysts),
  };
}

function cellsOf(analysts: readonly Analyst[]): Disagreement[] {
  const rows = idsOf(analysts, (matrix) => matrix.evidence.map(({ id }) => id));
  const hypotheses = idsOf(analysts, (matrix) => matrix.hypotheses.map(({ id }) => id));
  const byRow = analysts.map(({ matrix }) => new Map(matrix.evidence.map((row) => [row.id, row.ratings])));
  return rows.flatMap((evidence) =>
    hypotheses.map((hypothesis) => {
      const ratings = byRow.map((ratingsOf) => ratingsOf.get(evidence)?.[hypothesis] ?? null);
      const steps = ratings.flatMap((rating) => (rating === null ? [] : [stepOf(rating)]));
      const most = Math.max(...steps);
      const least = Math.min(...steps);
      return { evidence, hypothesis, ratings, spread: most - least, opposed: most > 0 && least < 0 };
    }),
  );
}

function idsOf(analysts: readonly Analyst[], ids: (matrix: Matrix) => readonly string[]): string[] {
  return [...new Set(analysts.flatMap(({ matrix }) => ids(matrix)))];
}

function onlyInSome(analysts: readonly Analyst[]): string[] {
  const all = analysts.map(
    ({ matrix }) => new Set([...matrix.evidence, ...matrix.hypotheses].map(({ id }) => id)),
  );
  const named = [...new Set(all.flatMap((ids) => [...ids]))];
  return named.filter((id) => all.some((ids) => !ids.has(id)));
}

/**
 * Krippendorff's alpha, interval metric (Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011):
 * one minus observed over expected disagreement. Values are grouped by the unit that was rated.
 */
export function alphaOf(units: readonly (readonly number[])[]): number | null {
  const paired = units.filter((values) => values.length > 1);
  const all = paired.flat();
  const observed =
    paired.reduce((sum, values) => sum + squares(values) / (values.length - 1), 0) / all.length;
  const expected = squares(all) / (all.length * (all.length - 1));
  return expected > 0 ? 1 - observed / expected : null;
}

/** Sum of squared differences over all ordered pairs, in one pass. */
function squares(values: readonly number[]): number {
  const sum = values.reduce((total, value) => total + value, 0);
  const sumOfSquares = values.reduce((total, value) => total + value * value, 0);
  return 2 * (values.length * sumOfSquares - sum * sum);
}
