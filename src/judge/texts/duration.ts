import type { Language } from '../../model/text.ts';

const UNITS = [
  [365.25 * 86_400, { en: 'years', fr: 'ans' }],
  [86_400, { en: 'days', fr: 'jours' }],
  [3600, { en: 'hours', fr: 'heures' }],
  [60, { en: 'minutes', fr: 'minutes' }],
] as const;

/** Seconds in words with their direction: `−3.2 days`. The sign says earlier or later; no unit is ever 1. */
export function durationText(seconds: number, lang: Language): string {
  const size = Math.abs(seconds);
  const sign = seconds < 0 ? '−' : '+';
  const [unit, name] = UNITS.find(([each]) => size >= 2 * each) ?? [1, { en: 'seconds', fr: 'secondes' }];
  const amount = size / unit;
  const digits = amount < 10 && unit > 1 ? 1 : 0;
  const number = amount.toLocaleString(lang === 'fr' ? 'fr-FR' : 'en-GB', { maximumFractionDigits: digits });
  return `${sign}${number} ${name[lang]}`;
}
