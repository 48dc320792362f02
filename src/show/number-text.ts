import type { Language } from '../model/text.ts';

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

/** A number with the separators of the language and at most so many decimals. */
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
