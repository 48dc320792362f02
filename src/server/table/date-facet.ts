import type { Facet } from '../api/search.ts';
import type { CaseTable } from './case-table.ts';

const DAY_MS = 86_400_000;
/** Spans up to which days, and then months, are listed. */
const MOST_DAYS = 62;
const MOST_MONTHS_IN_DAYS = 3 * 366;
/** Attack: dates of every year from 1601 on. */
const MOST_VALUES = 400;

/** Hits by day, month or year, in order of time, by how long a time they span (the middle 98 per cent). */
export function dateFacet({ date }: CaseTable, items: Uint32Array): Facet {
  const dated = items.filter((item) => !Number.isNaN(date[item]));
  if (dated.length === 0) return { name: 'date', values: [], more: false };
  const times = Float64Array.from(dated, (item) => date[item] ?? 0).sort();
  const edge = Math.floor(times.length / 100);
  const span = ((times[times.length - 1 - edge] ?? 0) - (times[edge] ?? 0)) / DAY_MS;
  const length = span <= MOST_DAYS ? 10 : span <= MOST_MONTHS_IN_DAYS ? 7 : 4;
  const counts = new Map<string, number>();
  // In order of time, so the same day comes many times in a row and is written out once.
  let [day, value] = [Number.NaN, ''];
  for (const time of times) {
    const next = Math.floor(time / DAY_MS);
    if (next !== day) {
      day = next;
      value = isoDay(time).slice(0, length);
    }
    if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const values = [...counts].map(([each, count]) => ({ value: each, count, query: `on:${each}` }));
  return { name: 'date', values: values.slice(-MOST_VALUES), more: values.length > MOST_VALUES };
}

/** Empty for years that ISO 8601 writes with more than four digits: nothing in a query names them. */
export function isoDay(ms: number): string {
  const iso = new Date(ms).toISOString();
  return /^\d/.test(iso) ? iso.slice(0, 10) : '';
}
