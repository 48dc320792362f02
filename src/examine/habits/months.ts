import type { HabitSample } from './sample.ts';

/** Months since the year 0; null without a date. */
export function monthOf({ month }: Pick<HabitSample, 'month'>): number | null {
  return month === '' ? null : 12 * Number(month.slice(0, 4)) + Number(month.slice(5, 7)) - 1;
}
