const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const ISO = /(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:[.,]\d{1,9})? ?(Z|[+-]\d\d:?\d\d)?/;
const HTTP = /(\d\d)\/([A-Za-z]{3})\/(\d{4}):(\d\d:\d\d:\d\d) ([+-]\d{4})/;
const NGINX = /(\d{4})\/(\d\d)\/(\d\d) (\d\d:\d\d:\d\d)/;
const APACHE = /[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d\d) (\d\d:\d\d:\d\d)(?:\.\d+)? (\d{4})/;
const SYSLOG = /^(?:<\d{1,3}>)?([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d\d:\d\d:\d\d)/;

/** `Nov 26, 2026, 5:00:02 PM GMT+1`, as Google's console exports. */
const CONSOLE =
  /([A-Z][a-z]{2})[a-z]{0,6} (\d{1,2}), (\d{4}),? (\d{1,2}):(\d\d):(\d\d)[\s\u202f]?([AP]M)?(?: ((?:UTC|GMT)(?:[+-]\d{1,2}(?::\d\d)?)?))?/;
/** `11/26/2026 2:00:01 PM`, as Microsoft's exports: months first, as AM and PM tell. */
const AMERICAN = /(\d{1,2})\/(\d{1,2})\/(\d{4}),? (\d{1,2}):(\d\d):(\d\d)(?:\.\d{1,7})?[\s\u202f]([AP]M)/;
/** `26/11/2026 14:00:01`: which comes first shows where one of them is no month. */
const NUMBERED = /\b(\d{1,2})\/(\d{1,2})\/(\d{4}),? (\d{1,2}:\d\d:\d\d)/;
/** Seconds since 1970 with their fraction, milliseconds or microseconds, at the beginning of a line or alone in a field. */
const EPOCH = /^(\d{10})(?:\.\d{1,9}|\d{3}|\d{6})?(?=\s|$)/;

/** Half a day: a clock ahead of ours, or a zone to the east, is not the year before. */
const AHEAD_MS = 43_200_000;

/**
 * The first time in a line of a log, as ISO 8601 (see SignIn.at); null without one. Classic syslog (RFC 3164) names no
 * year: it is the last one in which that day is not to come. @param now ms since 1970
 */
export function timeIn(line: string, now: number): string | null {
  const text = line.slice(0, MOST_CHARACTERS);
  const epoch = EPOCH.exec(text)?.[1];
  if (epoch !== undefined) return `${new Date(Number(epoch) * 1000).toISOString().slice(0, 19)}Z`;
  const iso = ISO.exec(text);
  if (iso !== null) return `${iso[1]}T${iso[2]}${zone(iso[3])}`;
  const http = HTTP.exec(text);
  if (http !== null) return joined(http[3], http[2], http[1], http[4], zone(http[5]));
  const apache = APACHE.exec(text);
  if (apache !== null) return joined(apache[4], apache[1], apache[2], apache[3], '');
  const nginx = NGINX.exec(text);
  if (nginx !== null) return `${nginx[1]}-${nginx[2]}-${nginx[3]}T${nginx[4]}`;
  const console = CONSOLE.exec(text);
  if (console !== null) {
    const [, month, day, year, hour, minute, second, half, offset] = console;
    return joined(year, month, day, clockOf(hour, minute, second, half), gmt(offset));
  }
  const american = AMERICAN.exec(text);
  if (american !== null) {
    const [, month, day, year, hour, minute, second, half] = american;
    return joined(year, MONTHS[Number(month) - 1], day, clockOf(hour, minute, second, half), '');
  }
  const numbered = NUMBERED.exec(text);
  if (numbered !== null) return numberedTime(numbered);
  const syslog = SYSLOG.exec(text);
  return syslog === null ? null : lastSuch(syslog, now);
}

/** Null where both may be the month: a guess would be wrong half of the time. */
function numberedTime([, first, second, year, clock = '']: readonly string[]): string | null {
  const [one, two] = [Number(first), Number(second)];
  const padded = clock.padStart(8, '0');
  if (one > 12) return joined(year, MONTHS[two - 1], first, padded, '');
  return two > 12 ? joined(year, MONTHS[one - 1], second, padded, '') : null;
}

/** The last day of that name which is not to come; the 29th of February is up to eight years ago. */
function lastSuch([, month, day, clock]: readonly string[], now: number): string | null {
  const year = new Date(now).getUTCFullYear();
  for (let back = 0; back <= 8; back++) {
    const time = joined(String(year - back), month, day, clock, '');
    const moment = time === null ? Number.NaN : Date.parse(`${time}Z`);
    if (new Date(moment).getUTCDate() === Number(day) && moment <= now + AHEAD_MS) return time;
  }
  return null;
}

/** Twenty-four hours of twelve. */
function clockOf(hour = '', minute = '', second = '', half = ''): string {
  const hours = half === '' ? Number(hour) : (Number(hour) % 12) + (half === 'PM' ? 12 : 0);
  return `${String(hours).padStart(2, '0')}:${minute}:${second}`;
}

/** `GMT+1` is `+01:00`. */
function gmt(offset: string | undefined): string {
  if (offset === undefined) return '';
  const [, sign, hours = '', minutes = '00'] = /([+-])(\d{1,2})(?::(\d\d))?/.exec(offset) ?? [];
  return sign === undefined ? 'Z' : `${sign}${hours.padStart(2, '0')}:${minutes}`;
}

/** Where times stand in every format known. */
const MOST_CHARACTERS = 500;

function zone(text: string | undefined): string {
  if (text === undefined || text === 'Z') return text ?? '';
  return text.includes(':') ? text : `${text.slice(0, 3)}:${text.slice(3)}`;
}

function joined(year = '', month = '', day = '', clock = '', zoneText = ''): string | null {
  const number = MONTHS.indexOf(month.toLowerCase()) + 1;
  if (number === 0) return null;
  return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}T${clock}${zoneText}`;
}
