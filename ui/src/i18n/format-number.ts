import { kept } from './kept.ts';
import { type Language, language } from './language.ts';

export const numberFormat = kept(
  (locale: string, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
);

/** A number with the separators of the language: `12,345` or `12 345` with a narrow no-break space. */
export function formatNumber(value: number, lang: Language = language.value): string {
  return numberFormat(lang, {}).format(value);
}

/** A share between 0 and 1 as per cent; below one per cent with a digit more, so that few is not shown as none. */
export function formatShare(share: number): string {
  const digits = share > 0 && share < 0.01 ? 1 : 0;
  return numberFormat(language.value, {
    style: 'percent',
    maximumFractionDigits: digits,
  }).format(share);
}

const UNITS = { en: ['B', 'kB', 'MB', 'GB', 'TB'], fr: ['o', 'ko', 'Mo', 'Go', 'To'] } as const;

/** Bytes in steps of 1,000, as the command line tells them; octets in French. */
export function formatBytes(bytes: number): string {
  const lang = language.value;
  const step = bytes < 1000 ? 0 : Math.min(4, Math.floor(Math.log10(bytes) / 3));
  const amount = bytes / 1000 ** step;
  const number = numberFormat(lang, {
    maximumFractionDigits: step === 0 || amount >= 100 ? 0 : 1,
  }).format(amount);
  return `${number}\u202f${UNITS[lang][step]}`;
}
