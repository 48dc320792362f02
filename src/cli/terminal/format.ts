/** Numbers, sizes, times and durations as a reader of each language expects them. */
import type { Language } from '../../model/text.ts';

/** Making an Intl formatter costs about a millisecond; a progress line would make dozens a second. */
const made = new Map<string, Intl.NumberFormat>();

function numberFormat(lang: Language, digits: number): Intl.NumberFormat {
  const key = `${lang}${digits}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat(lang === 'fr' ? 'fr-FR' : 'en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  made.set(key, format);
  return format;
}

export function formatNumber(value: number, lang: Language, digits = 0): string {
  return numberFormat(lang, digits).format(value);
}

const BYTE_UNITS: Record<Language, readonly string[]> = {
  en: ['bytes', 'kB', 'MB', 'GB', 'TB', 'PB'],
  fr: ['octets', 'ko', 'Mo', 'Go', 'To', 'Po'],
};

/** Three figures at most, in powers of 1000: `139 MB`, `1.2 GB`. */
export function formatBytes(bytes: number, lang: Language): string {
  let power = 0;
  let value = bytes;
  // 999.5 would be rounded to 1,000 of the smaller unit.
  while (value >= 999.5 && power < 5) {
    value /= 1000;
    power += 1;
  }
  const digits = power > 0 && value < 9.95 ? 1 : 0;
  return `${formatNumber(value, lang, digits)}\u00a0${BYTE_UNITS[lang][power] ?? ''}`;
}

/** `0.4 s`, `12 s`, `3 min 05 s`, `2 h 07 min`. */
export function formatDuration(seconds: number, lang: Language): string {
  if (seconds < 9.95) return `${formatNumber(Math.max(0, seconds), lang, 1)}\u00a0s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole}\u00a0s`;
  if (whole < 3600) return `${Math.floor(whole / 60)}\u00a0min\u00a0${pad(whole % 60)}\u00a0s`;
  const minutes = Math.round(whole / 60);
  return `${formatNumber(Math.floor(minutes / 60), lang)}\u00a0h\u00a0${pad(minutes % 60)}\u00a0min`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

/**
 * An ISO 8601 time as `2017-04-24 18:03 UTC`: the one form that sorts, and that nobody reads with day and
 * month exchanged. Unreadable ones come back as they are.
 */
export function formatTime(iso: string): string {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/u.exec(iso);
  return match === null ? iso : `${match[1]}\u00a0${match[2]}\u00a0UTC`;
}
