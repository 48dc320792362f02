import { diagnosticity } from './diagnosticity.ts';
import type { Evidence, Matrix, Milestone, Rating } from './matrix.ts';
import { scoreMatrix } from './score.ts';

/** What becomes of the result when one row is not what it seems. */
export interface WhatIf {
  readonly evidence: string;
  readonly leaders: readonly string[];
  /** By hypothesis id. */
  readonly scores: Readonly<Record<string, number>>;
  /** Whether other hypotheses lead than do with the row as it stands. */
  readonly changesLead: boolean;
}

export interface Sensitivity {
  readonly leaders: readonly string[];
  /** Per row that moves anything: without it. */
  readonly removed: readonly WhatIf[];
  /** Per row that moves anything: planted by whoever wants to mislead (see `plant`). */
  readonly planted: readonly WhatIf[];
  /** Per milestone: if it came. `evidence` is its id. */
  readonly milestones: readonly WhatIf[];
}

/** Every row taken out and turned round, and every milestone put in, one at a time. */
export function sensitivity(matrix: Matrix): Sensitivity {
  const { leaders } = scoreMatrix(matrix);
  const moving = new Set(
    diagnosticity(matrix)
      .filter(({ moves }) => moves > 0)
      .map(({ evidence }) => evidence),
  );
  const rows = matrix.evidence.filter(({ id }) => moving.has(id));
  const without = (row: Evidence): Matrix => ({
    ...matrix,
    evidence: matrix.evidence.filter((other) => other !== row),
  });
  const turned = (row: Evidence): Matrix => ({
    ...matrix,
    evidence: matrix.evidence.map((other) => (other === row ? plant(row, matrix) : other)),
  });
  const whatIf = (id: string, changed: Matrix): WhatIf => {
    const scores = scoreMatrix(changed);
    return {
      evidence: id,
      leaders: scores.leaders,
      scores: Object.fromEntries(scores.hypotheses.map(({ id: name, score }) => [name, score])),
      changesLead: scores.leaders.join(' ') !== leaders.join(' '),
    };
  };
  return {
    leaders,
    removed: rows.map((row) => whatIf(row.id, without(row))),
    planted: rows.map((row) => whatIf(row.id, turned(row))),
    milestones: matrix.milestones.map((milestone) =>
      whatIf(milestone.id, { ...matrix, evidence: [...matrix.evidence, asEvidence(milestone)] }),
    ),
  };
}

/**
 * The row if it was planted. Whom it points at did not lay a trace against itself, so what was consistent
 * becomes inconsistent; what it spoke against is freed. A hypothesis of deception expects as much and is left
 * as it was, or freed. This is the worst case, meant to find rows the result must not rest on.
 */
export function plant(row: Evidence, matrix: Matrix): Evidence {
  const turn = (rating: Rating, deception: boolean): Rating => {
    if (rating === 'I' || rating === 'II') return 'N';
    if (deception || rating === 'N') return rating;
    return rating === 'CC' ? 'II' : 'I';
  };
  const ratings = matrix.hypotheses.map(
    ({ id, deception }) => [id, turn(row.ratings[id] ?? 'N', deception)] as const,
  );
  return { ...row, ratings: Object.fromEntries(ratings) };
}

function asEvidence(milestone: Milestone): Evidence {
  return {
    ...milestone,
    date: '9999-12-31',
    grade: 'F6',
    judgement: false,
    absence: false,
    links: [],
  };
}
