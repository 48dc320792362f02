import type { TimelineJson } from '../api/overview.ts';
import { type CaseTable, MESSAGE, TABLE_VERDICTS } from './case-table.ts';
import { isoDay } from './date-facet.ts';

const DAY_MS = 86_400_000;
/** Attack: a message for every day of 8,000 years. */
const MOST_DAYS = 20_000;

/** Messages per day by verdict. */
export function timeline(table: CaseTable, items: Uint32Array): Omit<TimelineJson, 'savedAfter'> {
  const width = TABLE_VERDICTS.length;
  const days = new Map<number, Uint32Array>();
  let [undated, first, last] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const item of items) {
    if (table.kind[item] !== MESSAGE) continue;
    const ms = table.date[item] ?? Number.NaN;
    if (Number.isNaN(ms)) {
      undated++;
      continue;
    }
    first = Math.min(first, ms);
    last = Math.max(last, ms);
    const day = Math.floor(ms / DAY_MS);
    let counts = days.get(day);
    if (counts === undefined) {
      counts = new Uint32Array(width);
      days.set(day, counts);
    }
    const verdict = table.verdict[item] ?? 0;
    counts[verdict] = (counts[verdict] ?? 0) + 1;
  }
  const ordered = [...days].sort(([a], [b]) => a - b).slice(0, MOST_DAYS);
  return {
    days: ordered.map(([day, counts]) => ({ day: isoDay(day * DAY_MS), counts: named(counts) })),
    undated,
    first: Number.isFinite(first) ? new Date(first).toISOString() : null,
    last: Number.isFinite(last) ? new Date(last).toISOString() : null,
  };
}

/** Counts by the names of their verdicts; verdicts that nothing has are left out. */
export function named(
  counts: Uint32Array,
): Readonly<Partial<Record<(typeof TABLE_VERDICTS)[number], number>>> {
  return Object.fromEntries(
    TABLE_VERDICTS.flatMap((verdict, at) => {
      const count = counts[at] ?? 0;
      return count === 0 ? [] : [[verdict, count]];
    }),
  );
}
