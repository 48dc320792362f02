import type { Language } from '../../../model/index.ts';

const MINUTE = 60_000;
const DAY = 1440;
/** Minutes between the marks of a time axis, all of them round in a day or whole days. */
const STEPS = [5, 10, 15, 30, 60, 120, 180, 360, 720, DAY, 2 * DAY, 7 * DAY, 14 * DAY, 30 * DAY, 90 * DAY];
const MOST_TICKS = 9;

/**
 * What stands below the bins of a time axis, by the number of the bin: round moments in UTC, the day named where
 * it changes. `start` in milliseconds.
 */
export function timeTicks(
  start: number,
  binMinutes: number,
  bins: number,
  lang: Language,
): ReadonlyMap<number, string> {
  const span = binMinutes * bins;
  const step =
    STEPS.find((size) => size >= binMinutes && span / size <= MOST_TICKS) ??
    Math.ceil(span / MOST_TICKS / DAY) * DAY;
  const locale = { en: 'en-GB', fr: 'fr-FR' }[lang];
  const day = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short' });
  const ticks = new Map<number, string>();
  let named = '';
  for (let i = 0; i < bins; i++) {
    const time = start + i * binMinutes * MINUTE;
    // The bin that holds a round moment: bins of a week begin on Thursdays, as the epoch did.
    const round = Math.ceil(time / (step * MINUTE)) * step * MINUTE;
    if (round >= time + binMinutes * MINUTE) continue;
    const date = day.format(round);
    const clock = new Date(round).toISOString().slice(11, 16);
    ticks.set(i, step >= DAY ? date : date === named ? clock : `${date} ${clock}`);
    named = date;
  }
  return ticks;
}
