import type { Matrix } from './matrix.ts';

export interface Cut {
  /** What was known at the end of this day, YYYY-MM-DD; null: everything. */
  readonly at: string | null;
  /**
   * Whether judgements of others count. They conclude from evidence one does not see, some of it perhaps in
   * the matrix already, so by default they do not.
   */
  readonly judgements: boolean;
}

export interface CutMatrix {
  readonly matrix: Matrix;
  /** Ids of rows left out because they came later, and because they are judgements. */
  readonly later: readonly string[];
  readonly judgementsLeftOut: readonly string[];
}

/** The matrix as it stood on a day, with or without judgements of others. */
export function cutMatrix(matrix: Matrix, { at, judgements }: Cut): CutMatrix {
  // ISO dates compare as text.
  const known = matrix.evidence.filter(({ date }) => at === null || date <= at);
  const kept = known.filter((row) => judgements || !row.judgement);
  return {
    matrix: { ...matrix, evidence: kept },
    later: matrix.evidence.filter((row) => !known.includes(row)).map(({ id }) => id),
    judgementsLeftOut: known.filter((row) => !kept.includes(row)).map(({ id }) => id),
  };
}
