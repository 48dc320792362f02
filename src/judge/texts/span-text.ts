import type { Language } from '../../model/text.ts';

const DAY = 86_400;
const YEAR = 365.25 * DAY;

/** A length of time in seconds, without its direction: `27 s`, `3 min 51 s`, `5 h`, `12 days`, `10.3 years`. */
export function spanText(seconds: number, lang: Language): string {
  const size = Math.abs(seconds);
  const number = (value: number, digits = 0): string =>
    value.toLocaleString(lang === 'fr' ? 'fr-FR' : 'en-GB', { maximumFractionDigits: digits });
  if (size < 120) return `${number(size)}\u00a0s`;
  if (size < 3600) return minutes(Math.round(size));
  if (size < 2 * DAY) return `${number(size / 3600)}\u00a0h`;
  if (size < 2 * YEAR) return `${number(size / DAY)}\u00a0${{ en: 'days', fr: 'jours' }[lang]}`;
  return `${number(size / YEAR, 1)}\u00a0${{ en: 'years', fr: 'ans' }[lang]}`;
}

function minutes(size: number): string {
  const rest = size % 60;
  return `${Math.floor(size / 60)}\u00a0min${rest > 0 ? `\u00a0${rest}\u00a0s` : ''}`;
}
