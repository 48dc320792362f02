import type { DocumentClock } from '../../model/index.ts';

/** A moment as a document writes it, before anybody says where it stood. */
export type Moment = Omit<DocumentClock, 'source'>;

/** What stands for "no zone is written": the wall clock of whoever's machine it was. */
export const LOCAL = 'local';

/**
 * ISO 8601 as Office, XMP and OpenDocument write it, and EXIF's `2017:04:24 10:00:00`; null for anything else.
 * A time with a zone is given in UTC, one without as it is written and zone `local`.
 */
export function isoMoment(text: string): Moment | null {
  const match =
    /^\s{0,4}(\d{4})(?:[-:](\d{2})(?:[-:](\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?(Z|[+-]\d{2}:?\d{2})?)?)?)?\s{0,4}$/.exec(
      text.slice(0, 60),
    );
  if (match === null) return null;
  const [, year = '', month = '01', day = '01', hour, minute = '00', second = '00', fraction = '', zone] =
    match;
  return moment([year, month, day, hour ?? '00', minute, second], fraction, zone, isoPrecision(match));
}

/** The smallest unit that is written. */
function isoPrecision([, , month, day, hour, , second, fraction]: RegExpExecArray): string {
  if (fraction !== undefined) return 'fraction';
  if (second !== undefined) return 'second';
  if (hour !== undefined) return 'minute';
  if (day !== undefined) return 'day';
  return month === undefined ? 'year' : 'month';
}

/** `D:20170424100000+02'00'`, ISO 32000-2, 7.9.4; and what old writers leave out of it. */
export function pdfMoment(text: string): Moment | null {
  const match =
    /^\s{0,4}(?:D:)?(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?\s?(?:(Z)|([+-])(\d{2})'?(\d{2})?)?/.exec(
      text.slice(0, 60),
    );
  if (match === null) return isoMoment(text);
  const [
    ,
    year = '',
    month = '01',
    day = '01',
    hour,
    minute = '00',
    second = '00',
    utc,
    sign,
    off,
    offMinutes,
  ] = match;
  const zone = utc === 'Z' ? 'Z' : sign === undefined ? undefined : `${sign}${off}:${offMinutes ?? '00'}`;
  const precision = match[6] !== undefined ? 'second' : match[5] !== undefined ? 'minute' : 'day';
  return moment([year, month, day, hour ?? '00', minute, second], '', zone, precision);
}

/** A Windows FILETIME, 100 ns since 1601-01-01 UTC; null for zero and for what is no date of our time. */
export function filetimeMoment(ticks: bigint): Moment | null {
  const milliseconds = Number(ticks / 10_000n) - 11_644_473_600_000;
  if (ticks <= 0n || milliseconds < Date.UTC(1980) - 86_400_000 || milliseconds > Date.UTC(2200)) return null;
  return { time: new Date(milliseconds).toISOString(), precision: '100ns', zone: 'UTC' };
}

type Fields = readonly [string, string, string, string, string, string];

function moment(
  fields: Fields,
  fraction: string,
  zone: string | undefined,
  precision: string,
): Moment | null {
  const [year, month, day, hour, minute, second] = fields;
  const text = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const parsed = Date.parse(`${text}Z`);
  if (Number.isNaN(parsed) || year === '0000') return null;
  const part = fraction === '' ? '' : `.${fraction}`;
  if (zone === undefined) return { time: text + part, precision, zone: LOCAL };
  const utc = new Date(parsed - offsetMinutes(zone) * 60_000);
  if (Number.isNaN(utc.getTime()) || utc.getUTCFullYear() < 1) return null;
  return { time: `${utc.toISOString().slice(0, 19)}${part}Z`, precision, zone: zone === 'Z' ? 'UTC' : zone };
}

function offsetMinutes(zone: string): number {
  if (zone === 'Z') return 0;
  const digits = zone.replace(':', '');
  const minutes = Number(digits.slice(1, 3)) * 60 + Number(digits.slice(3, 5));
  return digits.startsWith('-') ? -minutes : minutes;
}
