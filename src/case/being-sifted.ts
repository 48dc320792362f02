import { isBeingWritten } from './lock.ts';
import type { CaseStore } from './store.ts';

/** Whether some process sifts into the case now: of a shared case, while units of work are given out. */
export function isBeingSifted(store: CaseStore): boolean {
  return isBeingWritten(store.directory) || (store.setting('reading') ?? '') !== '';
}
