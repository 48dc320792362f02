import type { Language } from '../../../model/index.ts';

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-FR' };

/** A number as people of that language write it. */
export function numberText(value: number, lang: Language, digits = 2): string {
  return value.toLocaleString(LOCALES[lang], { maximumFractionDigits: digits });
}

/** A share from 0 to 1 as a percentage: French sets a space before the sign. */
export function percentText(share: number, lang: Language): string {
  return `${numberText(100 * share, lang, 1)}${lang === 'fr' ? '\u00a0' : ''}%`;
}

/** A name and its number: French sets a space before the colon. */
export function labelled(label: string, value: number, lang: Language): string {
  return `${label}${lang === 'fr' ? '\u00a0' : ''}: ${numberText(value, lang)}`;
}
