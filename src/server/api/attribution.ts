import type { Matrix } from '../../attribution/matrix.ts';
import type { Scores } from '../../attribution/score.ts';
import type { Sensitivity } from '../../attribution/sensitivity.ts';

/**
 * GET /api/attribution: the matrix kept in the case (`attribution.json` in its folder). 404 `no-matrix`.
 * GET /api/attribution?example=macronleaks: the example that ships with Tamis.
 */
export interface AttributionJson {
  readonly matrix: Matrix;
  readonly scores: Scores;
  readonly sensitivity: Sensitivity;
}
