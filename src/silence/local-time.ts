/** From what the law says of clocks to instants, and back. All on Temporal (docs/decisions/0150). */
import { Temporal } from 'temporal-polyfill';

/** Which of two instants when clocks go back and show an hour twice. */
export type Prefer = 'earlier' | 'later';

/**
 * The instant, in milliseconds since 1970, at which clocks in `zone` show `time` (HH:MM) on `date`. A time
 * that occurs twice is taken as `prefer` says: a silence begins at the first and ends at the second. One that
 * never occurs is taken as far behind the change as it would have been behind it, as RFC 5545 has it.
 */
export function instantOf(date: string, time: string, zone: string, prefer: Prefer): number {
  const wall = Temporal.PlainDate.from(date).toPlainDateTime(Temporal.PlainTime.from(time));
  const twice = prefer === 'earlier' ? 'compatible' : 'later';
  return wall.toZonedDateTime(zone, { disambiguation: twice }).epochMilliseconds;
}

/** Adds an ISO 8601 duration: days by the calendar of `zone`, hours as they pass. */
export function later(ms: number, duration: string, zone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).add(duration).epochMilliseconds;
}

/** `2017-05-05` for `2017-05-06`. */
export function dayBefore(date: string): string {
  return shiftDay(date, '-P1D');
}

/** The date a whole number of calendar days away. */
export function shiftDay(date: string, duration: string): string {
  return Temporal.PlainDate.from(date).add(duration).toString();
}

/** Local time with its distance from Greenwich: `2017-05-06T00:00-03:00`. */
export function localIso(ms: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(ms)
    .toZonedDateTimeISO(zone)
    .toString({ smallestUnit: 'minute', timeZoneName: 'never' });
}

/** `2017-05-06T03:00Z`. */
export function utcIso(ms: number): string {
  return Temporal.Instant.fromEpochMilliseconds(ms).toString({ smallestUnit: 'minute' });
}

/** Whether `date` is a day that exists, written YYYY-MM-DD. */
export function isDate(date: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(date)) return false;
  const at = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date);
}

/** Whether `time` is an hour of the day, written HH:MM. */
export function isTime(time: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/u.test(time);
}
