import type { Evidence, Matrix } from './matrix.ts';
import { weightAgainst } from './score.ts';
import { stepOf } from './weigh.ts';

export interface Diagnosticity {
  readonly evidence: string;
  /** Steps between the most and the least consistent hypothesis, 0 to 4. */
  readonly spread: number;
  /** Between the largest and the smallest weighted inconsistency: what the row can move. */
  readonly moves: number;
}

/**
 * How much each row tells hypotheses apart, most first. A row that moves nothing (`moves` 0) cannot change the
 * result however sure it is: it is told as dropped.
 */
export function diagnosticity(matrix: Matrix): readonly Diagnosticity[] {
  return matrix.evidence
    .map((row) => ({ evidence: row.id, spread: spreadOf(row), moves: movesOf(row) }))
    .sort((a, b) => b.moves - a.moves || b.spread - a.spread);
}

function spreadOf(row: Evidence): number {
  const steps = Object.values(row.ratings).map(stepOf);
  return steps.length === 0 ? 0 : Math.max(...steps) - Math.min(...steps);
}

function movesOf(row: Evidence): number {
  const weights = Object.keys(row.ratings).map((id) => weightAgainst(row, id));
  return weights.length === 0 ? 0 : Math.max(...weights) - Math.min(...weights);
}
