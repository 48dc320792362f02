import { zone } from '../settings/zone.ts';
import { kept } from './kept.ts';
import { language } from './language.ts';

const dateFormat = kept(
  (locale: string, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
);

/** A day in the chosen zone: `5 May 2017`, `5 mai 2017`. */
export function formatDay(moment: string | number): string {
  return format(moment, { day: 'numeric', month: 'short', year: 'numeric' });
}

/** A day and minute in the chosen zone. */
export function formatMinute(moment: string | number): string {
  return format(moment, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
}

/** The hour and minute alone, beside a day that stands already. */
export function formatTime(moment: string | number): string {
  return format(moment, { hour: '2-digit', minute: '2-digit' });
}

/** A moment to the second with the name of the zone, where the exact time is what matters. */
export function formatMoment(moment: string | number): string {
  return format(moment, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  });
}

/** A day, month or year as ISO 8601 writes it: `5 May 2017`, `May 2017`, `2017`. Of UTC, in which they are counted. */
export function formatPart(iso: string): string {
  const date = new Date(iso);
  if (iso.length <= 4 || Number.isNaN(date.getTime())) return iso;
  const day = iso.length > 7 ? ({ day: 'numeric' } as const) : {};
  const options = { ...day, month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  return dateFormat(locale(), options).format(date);
}

/** A wall-clock reading without a zone is shown as it is: to convert it would be to invent one. */
export function formatWall(reading: string): string {
  return reading.replace('T', ' ').replace(/\.\d+$/u, '');
}

/** A day, or a day and minute, of no stated zone, in words: `5 May 2017`, `5 mai 2017, 20:30`. */
export function formatWritten(written: string): string {
  const date = new Date(written.length > 10 ? `${written}Z` : written);
  if (Number.isNaN(date.getTime())) return written;
  const time = written.length > 10 ? ({ hour: '2-digit', minute: '2-digit' } as const) : {};
  const options = { day: 'numeric', month: 'short', year: 'numeric', ...time, timeZone: 'UTC' } as const;
  return dateFormat(locale(), options).format(date);
}

/** A moment written with its offset, by the clocks of its own place: `22 Apr 2017, 00:00 (+02:00)`. */
export function formatLocal(written: string): string {
  const [, wall = '', offset = ''] = /^(.{16})[^+-]*([+-]\d\d:\d\d|Z)?/u.exec(written) ?? [];
  const day = dateFormat(locale(), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
  }).format(new Date(`${wall}Z`));
  return `${day} (${offset === 'Z' ? 'UTC' : offset.replace('-', '\u2212')})`;
}

/** ISO 8601 and EXIF with their separators, or the form of PDF, whose digits stand together behind a `D:`. */
const STAMPS = [
  /^(\d{4})[-:](\d\d)[-:](\d\d)[T ](\d\d):(\d\d)(?::(\d\d))?(?:\.\d{1,9})?(Z|[+-]\d\d:\d\d)?$/u,
  /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(Z|[+-]\d\d'?\d\d)?(?:00'00)?'?$/u,
] as const;

/**
 * A moment as a file writes it, in words and by the file's own clock: `31 Oct 2022, 11:53:21 (+03:00)`, without brackets
 * where it states no zone. Null for what is no moment, or none that a calendar has.
 */
export function formatStamp(written: string): string | null {
  const [year, month, day, hour, minute, second = '00', offset = ''] =
    STAMPS.map((form) => form.exec(written)?.slice(1)).find((parts) => parts !== undefined) ?? [];
  const wall = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const date = new Date(`${wall}Z`);
  // 31 February is read as a day of March otherwise.
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, wall.length) !== wall) return null;
  const time = { hour: '2-digit', minute: '2-digit', second: '2-digit', timeZone: 'UTC' } as const;
  const shown = dateFormat(locale(), { day: 'numeric', month: 'short', year: 'numeric', ...time }).format(
    date,
  );
  return offset === '' ? shown : `${shown} (${tellOffset(offset)})`;
}

function tellOffset(offset: string): string {
  if (offset === 'Z') return 'UTC';
  return offset
    .replace("'", ':')
    .replace(/^(.\d\d)(\d\d)$/u, '$1:$2')
    .replace('-', '\u2212');
}

function format(moment: string | number, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return String(moment);
  return dateFormat(locale(), { ...options, timeZone: zone.value }).format(date);
}

/** British English: a day before its month is never taken for the other way round. */
function locale(): string {
  return language.value === 'en' ? 'en-GB' : 'fr-FR';
}
