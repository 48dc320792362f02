import { termById } from './estimative/terms.ts';
import type { Matrix } from './matrix.ts';
import { scoreMatrix } from './score.ts';
import { atMost } from './weigh.ts';

/**
 * Where an assessment says more than its own matrix bears. `behind`: called likely while others speak less against the
 * evidence. `tied`: called likely while others are no more inconsistent. `exceed`: the least chances of all assessments
 * come to more than 100 %, and hypotheses exclude one another.
 */
export interface AssessmentFault {
  readonly code: 'behind' | 'tied' | 'exceed';
  readonly hypothesis: string;
  /** Ids of the others it is measured against. */
  readonly others: readonly string[];
}

/** From this chance on an assessment prefers its hypothesis to the others. */
const LIKELY = 55;

/** An analyst may know more than the matrix has; then it belongs into the matrix. */
export function assessmentFaults(matrix: Matrix): readonly AssessmentFault[] {
  const scores = new Map(scoreMatrix(matrix).hypotheses.map(({ id, score }) => [id, score]));
  const found = matrix.assessments.flatMap(({ hypothesis, likelihood }): AssessmentFault[] => {
    if ((termById(likelihood)?.min ?? 0) < LIKELY) return [];
    const own = scores.get(hypothesis) ?? 0;
    const rivals = [...scores].filter(([id, score]) => id !== hypothesis && atMost(score, own));
    const ahead = rivals.filter(([, score]) => !atMost(own, score));
    if (ahead.length > 0) return [{ code: 'behind', hypothesis, others: ahead.map(([id]) => id) }];
    return rivals.length > 0 ? [{ code: 'tied', hypothesis, others: rivals.map(([id]) => id) }] : [];
  });
  const least = matrix.assessments.reduce((sum, { likelihood }) => sum + (termById(likelihood)?.min ?? 0), 0);
  const [first, ...rest] = matrix.assessments.map(({ hypothesis }) => hypothesis);
  return first === undefined || least <= 100
    ? found
    : [...found, { code: 'exceed', hypothesis: first, others: rest }];
}
