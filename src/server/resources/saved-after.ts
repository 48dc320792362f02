import type { CaseStore } from '../../case/store.ts';
import type { TimelineJson } from '../api/overview.ts';

/** Documents saved after they can have left their owner's hands, by day: the marks on the line of time. */
export function savedAfter(store: CaseStore): TimelineJson['savedAfter'] {
  const days = new Map<string, number>();
  for (const { saved } of store.traceFindings()?.late ?? []) {
    const day = saved.slice(0, 10);
    days.set(day, (days.get(day) ?? 0) + 1);
  }
  return [...days].map(([day, count]) => ({ day, count })).sort((a, b) => (a.day < b.day ? -1 : 1));
}
