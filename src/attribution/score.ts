import type { Evidence, Matrix } from './matrix.ts';
import { atMost, inconsistency } from './weigh.ts';

export interface HypothesisScore {
  readonly id: string;
  /** Weighted inconsistency: 0 is best. It is no probability and must not be read as one. */
  readonly score: number;
  /** Rows that speak against it, and how much; most first. */
  readonly against: readonly { readonly evidence: string; readonly weight: number }[];
}

export interface Scores {
  /** In the order of the matrix. */
  readonly hypotheses: readonly HypothesisScore[];
  /** The least inconsistent; several when they tie. */
  readonly leaders: readonly string[];
}

/** Weighted inconsistency of every hypothesis, and the least inconsistent. Source: Heuer 1999, ch. 8. */
export function scoreMatrix(matrix: Matrix): Scores {
  const hypotheses = matrix.hypotheses.map(({ id }) => {
    const against = matrix.evidence
      .map((row) => ({ evidence: row.id, weight: weightAgainst(row, id) }))
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight);
    return { id, score: against.reduce((sum, { weight }) => sum + weight, 0), against };
  });
  return { hypotheses, leaders: leadersOf(new Map(hypotheses.map(({ id, score }) => [id, score]))) };
}

/** What one row adds to one hypothesis. */
export function weightAgainst(row: Evidence, hypothesis: string): number {
  return inconsistency(row, row.ratings[hypothesis] ?? 'N');
}

/** The hypotheses with the least score. */
function leadersOf(scores: ReadonlyMap<string, number>): readonly string[] {
  const least = Math.min(...scores.values());
  return [...scores].filter(([, score]) => atMost(score, least)).map(([id]) => id);
}
