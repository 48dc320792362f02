/** Date fields: RFC 5322, its obsolete forms, and the variants that broken mailers write. */

/**
 * ISO 8601 UTC of a Date value, or null when it does not tell a moment. A missing zone is read as UTC
 * (RFC 5322 section 3.3 on "-0000"); a missing time is midnight.
 */
export function parseDate(value: string): string | null {
  const usual = USUAL.exec(value);
  if (usual !== null) {
    const [, day, month = '', year = '', hour, minute, second = '0', zone = ''] = usual;
    return toIso(
      fullYear(year),
      monthOf(month),
      Number(day),
      [Number(hour), Number(minute), Number(second)],
      zone,
    );
  }
  return parseLoose(value);
}

/** What 99 % of mail writes. */
const USUAL =
  /^(?:[A-Za-z]{3}, ?)? ?(\d{1,2}) ([A-Za-z]{3}) (\d{4}) (\d{2}):(\d{2})(?::(\d{2}))? ([+-]\d{4})(?: \([^()]*\))?$/;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Month 0 to 11 from its English name or any abbreviation of three letters and more, -1 for others. */
function monthOf(word: string): number {
  return word.length < 3 ? -1 : MONTHS.indexOf(word.slice(0, 3).toLowerCase());
}

/** As programs write them that ask the system for names: French, German, Dutch, Spanish, Italian, Portuguese. */
const OTHER_MONTHS: readonly (readonly [RegExp, number])[] = [
  [/^(?:gen|ene)/, 0],
  [/^(?:f[\u00e9e]v)/, 1],
  [/^(?:mrz|m\u00e4r|mrt|maa)/, 2],
  [/^(?:avr|abr)/, 3],
  [/^(?:mai|mei|mag)/, 4],
  [/^(?:juin|giu)/, 5],
  [/^(?:juil|lug)/, 6],
  [/^(?:ao[u\u00fb]|ago)/, 7],
  [/^(?:set)/, 8],
  [/^(?:okt|ott|out)/, 9],
  [/^(?:d[\u00e9e]c|dez|dic)/, 11],
];

/** The same, and the names of other languages; only for dates of no usual form. */
function monthOfAny(word: string): number {
  const lower = word.toLowerCase();
  return OTHER_MONTHS.find(([name]) => name.test(lower))?.[1] ?? monthOf(word);
}

function parseLoose(written: string): string | null {
  if (written.length > 200) return null; // no date is that long, and the patterns need not see it
  const text = written
    .replace(/\([^()]*\)/g, ' ')
    .replace(/[,\s]+/g, ' ')
    .trim();
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ](.*))?$/.exec(text);
  if (iso !== null) {
    return withTime(Number(iso[1]), Number(iso[2]) - 1, Number(iso[3]), iso[4] ?? '');
  }
  const words = text.replace(/(\d)-([A-Za-z]{3,9})-(\d)/, '$1 $2 $3').split(' ');
  // "5 May 2017 ..." or, as asctime and Americans write, "May 5 [...] 2017". "mar." is a Tuesday too.
  const isMonth = (word: string) => monthOfAny(word) >= 0 && !isWeekday(word);
  const behindDay = words.findIndex((word, at) => isMonth(word) && isDay(words[at - 1]));
  const dayFirst = behindDay >= 0;
  const monthAt = dayFirst ? behindDay : words.findIndex(isMonth);
  const month = monthOfAny(words[monthAt] ?? '');
  if (month < 0) return null;
  const before = words[monthAt - 1] ?? '';
  const rest = words.slice(monthAt + 1);
  const day = Number.parseInt(dayFirst ? before : (rest.shift() ?? ''), 10);
  const yearAt = rest.findIndex((word) => (dayFirst ? /^\d{2,4}$/ : /^\d{4}$/).test(word));
  const year = rest[yearAt];
  if (year === undefined || Number.isNaN(day)) return null;
  const time = rest.filter((_, at) => at !== yearAt).join(' ');
  return withTime(fullYear(year), month, day, time);
}

function isDay(word: string | undefined): boolean {
  return /^\d{1,2}(?:st|nd|rd|th|er)?\.?$/i.test(word ?? '');
}

function isWeekday(word: string): boolean {
  return /^(?:mon|tue|wed|thu|fri|sat|sun)/i.test(word) && !/^(?:sep|mar)/i.test(word);
}

/** Two and three digits, with a leading zero or not: RFC 5322 section 4.3 ("102" is 2002). */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (year >= 1000) return year;
  return digits.length === 2 && year < 50 ? 2000 + year : 1900 + year;
}

const TIME = /(\d{1,2}) ?[:.] ?(\d{1,2})(?: ?[:.] ?(\d{1,2})(?:[.,]\d{1,9})?)?\s*([AaPp]\.?[Mm]\.?)?\s*(.*)$/;

function withTime(year: number, month: number, day: number, rest: string): string | null {
  const match = TIME.exec(rest);
  if (match === null) return toIso(year, month, day, [0, 0, 0], rest);
  const [, hour = '0', minute = '0', second = '0', half, zone = ''] = match;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (/^p/i.test(half) ? 12 : 0);
  const before = rest.slice(0, match.index); // asctime variants put the zone before the year
  return toIso(year, month, day, [hours, Number(minute), Number(second)], zone === '' ? before : zone);
}

function toIso(
  year: number,
  month: number,
  day: number,
  time: readonly number[],
  zone: string,
): string | null {
  const [hour = 0, minute = 0, second = 0] = time;
  if (month < 0 || month > 11 || day < 1 || day > 31 || year < 1000 || year > 9999) return null;
  if (day > daysOf(month, year)) return null; // 31 February
  if (hour > 24 || minute > 59 || second > 60) return null;
  const utc = Date.UTC(year, month, day, hour, minute, second) - zoneMinutes(zone) * 60_000;
  const date = new Date(utc);
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999 ? null : date.toISOString();
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysOf(month: number, year: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 1 && isLeap ? 29 : (DAYS[month] ?? 0);
}

/** Minutes east of UTC; 0 for what says nothing (RFC 5322: an unknown zone is "-0000"). */
function zoneMinutes(zone: string): number {
  const numeric = /([+-])\s?(\d{1,2}):?(\d{2})?(?!\d)/.exec(zone);
  if (numeric !== null) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? '0');
    return numeric[1] === '-' ? -minutes : minutes;
  }
  const windows = WINDOWS_ZONE.exec(zone);
  if (windows !== null) {
    const [, place = '', season = ''] = windows;
    const winter = WINDOWS_ZONES[place.toLowerCase()] ?? 0;
    return (/^standard/i.test(season) ? winter : winter + 1) * 60;
  }
  const name = /[A-Za-z]+/.exec(zone)?.[0].toUpperCase() ?? '';
  return (ZONES[name] ?? 0) * 60;
}

/** Zone names as Windows spells them out, with their hours east of UTC in winter. */
const WINDOWS_ZONE =
  /(eastern|central europe|central|mountain|pacific|romance|w\. europe|gmt)(?:an)? (standard|daylight|summer) time/i;

const WINDOWS_ZONES: Readonly<Record<string, number>> = {
  eastern: -5,
  central: -6,
  mountain: -7,
  pacific: -8,
  gmt: 0,
  romance: 1,
  'w. europe': 1,
  'central europe': 1,
};

/** Hours east of UTC: the zones of RFC 822, and those of Europe and Asia that mail bears. */
const ZONES: Readonly<Record<string, number>> = {
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
  AKST: -9,
  AKDT: -8,
  HST: -10,
  AST: -4,
  ADT: -3,
  NST: -3.5,
  NDT: -2.5,
  WET: 0,
  WEST: 1,
  BST: 1,
  CET: 1,
  MET: 1,
  MEZ: 1,
  CEST: 2,
  MEST: 2,
  MESZ: 2,
  EET: 2,
  EEST: 3,
  MSK: 3,
  MSD: 4,
  IST: 5.5,
  SGT: 8,
  HKT: 8,
  AWST: 8,
  JST: 9,
  KST: 9,
  ACST: 9.5,
  ACDT: 10.5,
  AEST: 10,
  AEDT: 11,
  NZST: 12,
  NZDT: 13,
};
