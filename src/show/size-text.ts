import type { Language } from '../model/text.ts';

const UNITS: Readonly<Record<Language, readonly string[]>> = {
  en: ['bytes', 'kB', 'MB', 'GB', 'TB'],
  fr: ['octets', 'ko', 'Mo', 'Go', 'To'],
};

/** A number of bytes in powers of 1000, with two figures at most behind the first: `1.8 MB`, `9 Go`. */
export function formatBytes(bytes: number, lang: Language): string {
  const power = Math.min(4, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const value = bytes / 1000 ** power;
  const locale = lang === 'fr' ? 'fr-FR' : 'en-GB';
  const text = value.toLocaleString(locale, { maximumFractionDigits: value < 10 && power > 0 ? 1 : 0 });
  return `${text}\u00a0${UNITS[lang][power] ?? ''}`;
}
