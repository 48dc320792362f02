/** Dates as mail writes them, in the time of Paris: the invented campaign lives there. */
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Hours ahead of UTC: summer time from the last Sunday of March to that of October, 01:00 UTC. */
export function parisOffset(ms: number): number {
  const year = new Date(ms).getUTCFullYear();
  return ms >= lastSunday(year, 2) && ms < lastSunday(year, 9) ? 2 : 1;
}

function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0, 1));
  return last.getTime() - last.getUTCDay() * 86_400_000;
}

/** RFC 5322 3.3, `offset` in hours. */
export function mailDate(ms: number, offset = parisOffset(ms)): string {
  const local = new Date(ms + offset * 3_600_000);
  const time = [local.getUTCHours(), local.getUTCMinutes(), local.getUTCSeconds()].map(two).join(':');
  const sign = offset < 0 ? '-' : '+';
  const zone = `${sign}${two(Math.abs(offset))}00`;
  const day = `${DAYS[local.getUTCDay()]}, ${local.getUTCDate()} ${MONTHS[local.getUTCMonth()]}`;
  return `${day} ${local.getUTCFullYear()} ${time} ${zone}`;
}

/** Of the "From " line of an mbox, in UTC. */
export function asctime(ms: number): string {
  const date = new Date(ms);
  const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(':');
  const day = String(date.getUTCDate()).padStart(2, ' ');
  return `${DAYS[date.getUTCDay()]} ${MONTHS[date.getUTCMonth()]} ${day} ${time} ${date.getUTCFullYear()}`;
}

/** A number as two digits. */
export function two(value: number): string {
  return String(value).padStart(2, '0');
}
