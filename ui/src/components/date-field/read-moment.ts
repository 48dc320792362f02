/** A day, or a day and minute, as ISO 8601 without a zone: `2017-05-05`, `2017-05-05T20:30`. */
export type LocalMoment = string;

/**
 * Reads what somebody typed: `5 May 2017, 20:30`, `5 mai 2017 à 20h30`, `05/05/2017 20:30` (the day first, in both
 * languages), `2017-05-05T20:30`. A missing time is midnight. Null for anything else, and for days that no calendar has.
 */
export function readMoment(text: string, to: 'day' | 'minute'): LocalMoment | null {
  const typed = folded(text.slice(0, MOST_CHARS));
  const time = TIME.exec(typed);
  const day = readDay(time === null ? typed : typed.slice(0, time.index));
  if (day === null || (to === 'day' && time !== null)) return null;
  if (to === 'day') return day;
  const [hour, minute] = [Number(time?.[1] ?? 0), Number(time?.[2] ?? 0)];
  return hour > 23 || minute > 59 ? null : `${day}T${padded(hour)}:${padded(minute)}`;
}

/** Longer texts are no dates. */
const MOST_CHARS = 60;

/** At the end: `20:30`, `20h30`, `20 h`, `T20:30`, each after whatever joins it to its day. */
const TIME = /(?:^|t|[\s,]|\ba\b|\bat\b)\s?(\d{1,2})\s?(?::|h)\s?(\d\d)?$/u;

function readDay(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})\s?[,t]?\s?(?:a|at)?\s?$/u.exec(text);
  if (iso !== null) return dayOf(iso[1], iso[2], iso[3]);
  const numbers = /^(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})\s?,?\s?(?:a|at)?\s?$/u.exec(text);
  if (numbers !== null) return dayOf(numbers[3], numbers[2], numbers[1]);
  const words = /^(\d{1,2})(?:er|st|nd|rd|th)?\s([a-z]{3,9})\.?\s(\d{4})\s?,?\s?(?:a|at)?\s?$/u.exec(text);
  const month = words === null ? undefined : MONTHS.get(words[2] ?? '');
  return words === null || month === undefined ? null : dayOf(words[3], String(month), words[1]);
}

function dayOf(year = '', month = '', day = ''): string | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const date = new Date(Date.UTC(y, m - 1, d));
  // The 31st of April is no day, and Date would make the 1st of May of it.
  const isDay = y >= 1000 && date.getUTCMonth() === m - 1 && date.getUTCDate() === d;
  return isDay ? `${year}-${padded(m)}-${padded(d)}` : null;
}

/** Names of the months in both languages, whole and short, without accents: each means one month. */
const MONTHS: ReadonlyMap<string, number> = new Map(
  ['en-GB', 'fr-FR'].flatMap((locale) =>
    (['long', 'short'] as const).flatMap((month) => {
      const format = new Intl.DateTimeFormat(locale, { month, timeZone: 'UTC' });
      return Array.from({ length: 12 }, (_, at): [string, number] => [
        folded(format.format(Date.UTC(2017, at, 15))).replace('.', ''),
        at + 1,
      ]);
    }),
  ),
);

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/\s+/gu, ' ').trim().toLowerCase();
}

function padded(number: number): string {
  return String(number).padStart(2, '0');
}
