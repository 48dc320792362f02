import { prepareItem } from '../case/prepare.ts';
import type { CaseStore } from '../case/store.ts';
import { giveUp } from './given-up.ts';
import type { Poison, TaskState } from './task.ts';

/** After this many deaths at one cursor even the hash cannot be had: the task ends there. */
const MOST_DEATHS = 3;

/**
 * What becomes of a task whose worker died: its state with more care at that cursor, or behind the item that was given
 * up; null when nothing of it is left to do. Writes the item given up.
 */
export function afterDeath(
  store: CaseStore,
  state: TaskState,
  poison: Poison,
  reason: string,
): TaskState | null {
  if (poison.level <= MOST_DEATHS) return { ...state, poison: withPoison(state, poison) };
  const detail = `Its worker ended ${MOST_DEATHS} times at the same place (${reason}).`;
  const failure = { code: poison.code, detail };
  const given = giveUp(state.task, poison.at, failure);
  if (given.type === 'item') {
    store.addItems([prepareItem(state.role, given.record)]);
    return { ...state, next: given.next };
  }
  if (given.path !== '') store.setFailure(state.role, given.path, 'partial', failure);
  return null;
}

/** A container that cannot even be opened is given up at the second attempt: there is nothing smaller to try. */
export function levelAfterDeath(state: TaskState, cursor: number): number {
  const before = state.poison.find((each) => each.at === cursor)?.level ?? 0;
  return cursor < 0 && before === 0 ? 2 : before + 1;
}

function withPoison(state: TaskState, poison: Poison): readonly Poison[] {
  return [...state.poison.filter((each) => each.at !== poison.at), poison];
}
