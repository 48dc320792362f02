/** Number formats that come with every workbook and show days or times (ECMA-376 part 1, 18.8.30). */
const BUILT_IN_DATES = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
]);
const BUILT_IN_TIMES = new Set([18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47]);
/** Characters of a format that are looked at; Excel takes 255. */
const LONGEST_FORMAT = 255;

/** Which cells of a workbook show their number as a date or time. */
export interface CellDates {
  /** Cell styles, by their number. */
  readonly styles: ReadonlySet<number>;
  /** Days are counted from 1904, as old Macintosh versions did. */
  readonly from1904: boolean;
}

/** Whether numbers in this format are shown as dates or times. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN_DATES.has(id) || BUILT_IN_TIMES.has(id);
  // Outside of quoted text, escapes and brackets, d, m, y, h and s stand in formats of dates alone (18.8.31).
  const [first = ''] = code.slice(0, LONGEST_FORMAT).split(';');
  const bare = first.replace(/"[^"]*"|\[(?!h{1,9}\]|m{1,9}\]|s{1,9}\])[^\]]*\]|\\./gi, '');
  return /[dmyhs]/i.test(bare) && !/general|[#?]/i.test(bare) && !/0[^0]*e/i.test(bare);
}

const DAY_SECONDS = 86_400;
/** The day before which the count starts: with it, Excel's 29 February 1900, which was none, comes out right. */
const START_1900 = Date.UTC(1899, 11, 30);
const START_1904 = Date.UTC(1904, 0, 1);
/** The last day Excel knows, 9999-12-31. */
const LAST_DAY = 2_958_466;

/** A count of days as ISO 8601 without a zone: day, time of day, or both; null for what is none. */
export function serialDate(days: number, from1904: boolean): string | null {
  if (!(days >= 0 && days < LAST_DAY)) return null;
  // Before March 1900 the count is off by the leap day that never was.
  const counted = !from1904 && days >= 1 && days < 60 ? days + 1 : days;
  const seconds = Math.round(counted * DAY_SECONDS);
  const iso = new Date((from1904 ? START_1904 : START_1900) + seconds * 1000).toISOString();
  if (days < 1 && !from1904) return iso.slice(11, 19);
  return seconds % DAY_SECONDS === 0 ? iso.slice(0, 10) : iso.slice(0, 19).replace('T', ' ');
}

/** A number as its cell shows it, as far as that is a matter of dates. */
export function cellNumber(text: string, style: number, dates: CellDates): string {
  if (text === '' || !dates.styles.has(style)) return text;
  return serialDate(Number(text), dates.from1904) ?? text;
}
