import type { ItemRole } from '../../model/index.ts';
import { itemId, LONG_ID_LENGTH } from '../item-id.ts';

/**
 * The number of the case, which the planner is not to know. It would look it up in its samples of a table, and believe of a case that came
 * after those that it has one row; any index that begins with the case then seems as good as the one of ids, and all rows of the
 * case are gone through (docs/decisions/0440).
 */
export const OF_CASE = '(SELECT $1::integer)';

/**
 * That an item is the one of a path, as a condition on the table called `i`: by its short id, or by its long one where another
 * path holds the short.
 *
 * @param at number of the first of its parameters, which `whereIs` gives
 */
export function atPath(at: number): string {
  const long = `SELECT l.id FROM items l WHERE l.case_id = ${OF_CASE} AND l.id = $${at + 1}`;
  return `i.case_id = ${OF_CASE} AND i.id = coalesce((${long}), $${at}) AND i.role = $${at + 2} AND i.path = $${at + 3}`;
}

/** The parameters of `atPath`. */
export function whereIs(
  role: ItemRole,
  wanted: string,
): [short: string, long: string, role: string, path: string] {
  const path = wanted.toWellFormed();
  return [itemId(role, path), itemId(role, path, LONG_ID_LENGTH), role, path];
}
