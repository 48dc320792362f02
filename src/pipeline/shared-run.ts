import type { CaseStore } from '../case/store.ts';
import type { Limits } from '../model/index.ts';

/** What every worker of one reading must know alike: results must not depend on who read what. */
export interface SharedRun {
  /** One more for each reading: between two of them keys may have been added. */
  readonly number: number;
  readonly limits: Limits;
  readonly passwords: readonly string[];
  /** Milliseconds since 1970. */
  readonly now: number;
  /** How long a task belongs to a worker that gives no sign of life. */
  readonly leaseSeconds: number;
}

const RUN = 'run';
/** Number of the reading that is on, as text; empty between readings. Tasks are only given out under it. */
export const READING = 'reading';

/** Opens a reading for all workers. */
export function openRun(store: CaseStore, setup: Omit<SharedRun, 'number'>): SharedRun {
  return store.transaction(() => {
    const number = (parse(store.setting(RUN))?.number ?? 0) + 1;
    const run = { number, ...setup };
    store.setSetting(RUN, JSON.stringify(run));
    store.setSetting(READING, String(number));
    return run;
  });
}

/** Nobody is given a task from here on; the passwords are forgotten. */
export function closeRun(store: CaseStore, run: SharedRun): void {
  store.transaction(() => {
    store.setSetting(READING, '');
    store.setSetting(RUN, JSON.stringify({ ...run, passwords: [] }));
  });
}

/** The reading that is on, if one is. */
export function currentRun(store: CaseStore): SharedRun | null {
  const reading = store.setting(READING);
  const run = parse(store.setting(RUN));
  return run !== null && String(run.number) === reading ? run : null;
}

function parse(written: string | null): SharedRun | null {
  return written === null ? null : (JSON.parse(written) as SharedRun);
}
