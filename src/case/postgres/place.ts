import type { ItemRole } from '../../model/index.ts';
import { itemId, LONG_ID_LENGTH } from '../item-id.ts';

/**
 * That an item is the one of a path, as a condition on the table called `name`: by its short id, or by its long one where another
 * path holds the short. One id is asked for, so that the index of ids is taken whatever the planner knows of the case: of two it
 * expects more work than of all rows of a case that it believes to be empty, as one that has just been begun.
 *
 * @param at number of the first of its parameters, which `whereIs` gives
 */
export function atPath(name: string, at: number): string {
  const long = `SELECT l.id FROM items l WHERE l.case_id = $1 AND l.id = $${at + 1}`;
  return `${name}.id = coalesce((${long}), $${at}) AND ${name}.role = $${at + 2} AND ${name}.path = $${at + 3}`;
}

/** The parameters of `atPath`. */
export function whereIs(
  role: ItemRole,
  wanted: string,
): [short: string, long: string, role: string, path: string] {
  const path = wanted.toWellFormed();
  return [itemId(role, path), itemId(role, path, LONG_ID_LENGTH), role, path];
}
