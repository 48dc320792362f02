import type { Facet } from '../api/search.ts';
import type { CaseTable } from './case-table.ts';

const DAY_MS = 86_400_000;
/** Spans up to which days, and then months, are listed. */
const MOST_DAYS = 62;
const MOST_MONTHS_IN_DAYS = 3 * 366;
/** Attack: dates of every year from 1601 on. */
const MOST_VALUES = 400;

/** Days of the years 1 and 9999, counted from 1970: others are nothing a query names, and lie at the ends. */
const FIRST_DAY = -719_162;
const LAST_DAY = 2_932_896;

/**
 * Hits by day, month or year, in order of time, by how long a time they span (the middle 98 per cent). Days are counted
 * and not sorted: 2 instead of 14 ms for 90,000 hits, which another search would wait for.
 */
export function dateFacet({ date }: CaseTable, items: Uint32Array): Facet {
  const days = countDays(date, items);
  if (days.dated === 0) return { name: 'date', values: [], more: false };
  const edge = Math.floor(days.dated / 100);
  const span = dayOf(days, days.dated - 1 - edge) - dayOf(days, edge);
  const length = span <= MOST_DAYS ? 10 : span <= MOST_MONTHS_IN_DAYS ? 7 : 4;
  const counts = new Map<string, number>();
  days.counts.forEach((count, at) => {
    const day = days.first + at;
    const value = count === 0 || day < FIRST_DAY ? '' : isoDay(day * DAY_MS).slice(0, length);
    if (value !== '') counts.set(value, (counts.get(value) ?? 0) + count);
  });
  const values = [...counts].map(([each, count]) => ({ value: each, count, query: `on:${each}` }));
  return { name: 'date', values: values.slice(-MOST_VALUES), more: values.length > MOST_VALUES };
}

interface CountedDays {
  /** Of `counts[0]`. */
  readonly first: number;
  readonly counts: Uint32Array;
  /** Hits with a date. */
  readonly dated: number;
}

function countDays(date: Float64Array, items: Uint32Array): CountedDays {
  const days = new Int32Array(items.length);
  let [dated, first, last] = [0, LAST_DAY, FIRST_DAY];
  for (const item of items) {
    const time = date[item] ?? Number.NaN;
    if (Number.isNaN(time)) continue;
    const day = Math.min(LAST_DAY + 1, Math.max(FIRST_DAY - 1, Math.floor(time / DAY_MS)));
    days[dated++] = day;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  const counts = new Uint32Array(dated === 0 ? 0 : last - first + 1);
  for (const day of days.subarray(0, dated)) counts[day - first] = (counts[day - first] ?? 0) + 1;
  return { first, counts, dated };
}

/** The day of the hit that stands at a place in the order of time. */
function dayOf({ first, counts }: CountedDays, place: number): number {
  let before = 0;
  for (let at = 0; at < counts.length; at++) {
    before += counts[at] ?? 0;
    if (before > place) return first + at;
  }
  return first + counts.length - 1;
}

/** Empty for years that ISO 8601 writes with more than four digits: nothing in a query names them. */
export function isoDay(ms: number): string {
  const iso = new Date(ms).toISOString();
  return /^\d/.test(iso) ? iso.slice(0, 10) : '';
}
