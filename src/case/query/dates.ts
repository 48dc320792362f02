/** A day, a month or a year: its first day and the first day after it, as ISO 8601 sorts them. */
export interface DateSpan {
  readonly start: string;
  readonly end: string;
}

const DATE = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?$/;

/** Reads `2017`, `2017-05` or `2017-05-05`; null for anything else and for days that do not exist. */
export function parseDate(text: string): DateSpan | null {
  const found = DATE.exec(text);
  if (!found) return null;
  const [, year, month, day] = found;
  const y = Number(year);
  const m = month === undefined ? 1 : Number(month);
  const d = day === undefined ? 1 : Number(day);
  const start = iso(y, m, d);
  if (start === null) return null;
  if (month === undefined) return { start, end: `${String(y + 1).padStart(4, '0')}-01-01` };
  const next = new Date(`${start}T00:00:00Z`);
  if (day === undefined) next.setUTCMonth(next.getUTCMonth() + 1);
  else next.setUTCDate(next.getUTCDate() + 1);
  return { start, end: next.toISOString().slice(0, 10) };
}

/** Null for the 30th of February and its like. */
function iso(year: number, month: number, day: number): string | null {
  const [y, m, d] = [
    String(year).padStart(4, '0'),
    String(month).padStart(2, '0'),
    String(day).padStart(2, '0'),
  ];
  const time = new Date(`${y}-${m}-${d}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.getUTCDate() === day ? `${y}-${m}-${d}` : null;
}
