import type { Matrix } from './matrix.ts';
import { rowsBehind } from './overtake.ts';
import { scoreMatrix } from './score.ts';

/** How a hypothesis, or all of a group, lags behind. */
export interface Rests {
  readonly hypothesis: string;
  /** The fewest rows without which it would draw level. */
  readonly rows: readonly string[];
}

/**
 * What may be said: which group of hypotheses leads and on how many rows that rests, and whether within it
 * one leads or several tie. Both are needed: in the reference case the service is settled, the unit is not.
 */
export interface Standing {
  readonly leaders: readonly string[];
  /** Of a leading hypothesis with a group; null when leaders are of several groups or of none. */
  readonly leadingGroup: string | null;
  /** Every hypothesis outside the leading group (without one: outside the leaders), fewest rows first. */
  readonly behind: readonly Rests[];
  /** Whether the lead of the group stands on enough rows to call it settled (`FIRM_ROWS`); null without one. */
  readonly lead: 'firm' | 'thin' | null;
  /** `settled` when one hypothesis leads within the leading group, else `tied`. */
  readonly within: 'settled' | 'tied';
}

/**
 * A lead that fewer rows carry is told as thin. Four is a convention of ours: in the reference case two rows
 * carried it in May 2017, when few called the matter settled, and four when two governments had spoken.
 */
const FIRM_ROWS = 4;

/** Who leads, by how many rows, and whether that is firm. */
export function standingOf(matrix: Matrix): Standing {
  const { leaders } = scoreMatrix(matrix);
  const groups = new Set(leaders.map((id) => groupOf(matrix, id)));
  const [group] = groups;
  // A group of all hypotheses is ahead of none.
  const isOfAll = matrix.hypotheses.every((one) => one.group === group);
  const leadingGroup = groups.size === 1 && !isOfAll ? (group ?? null) : null;
  const ahead =
    leadingGroup === null
      ? leaders
      : matrix.hypotheses.filter((one) => one.group === leadingGroup).map(({ id }) => id);
  const behind = matrix.hypotheses
    .filter(({ id }) => !ahead.includes(id))
    .map(({ id }) => ({ hypothesis: id, rows: rowsBehind(matrix, id, ahead) }))
    .sort((a, b) => a.rows.length - b.rows.length);
  const fewest = behind[0]?.rows.length ?? 0;
  return {
    leaders,
    leadingGroup,
    behind,
    lead: leadingGroup === null ? null : fewest >= FIRM_ROWS ? 'firm' : 'thin',
    within: leaders.length === 1 ? 'settled' : 'tied',
  };
}

function groupOf(matrix: Matrix, id: string): string | null {
  return matrix.hypotheses.find((one) => one.id === id)?.group ?? null;
}
