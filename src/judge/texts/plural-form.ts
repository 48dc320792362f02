import { LANGUAGES, type Language } from '../../model/text.ts';

const RULES = new Map(LANGUAGES.map((lang) => [lang, new Intl.PluralRules(lang)]));

/** The word that goes with a number: French counts 0 and 1.5 as singular, English 1 alone (CLDR). */
export function pluralForm(count: number, lang: Language, one: string, other: string): string {
  return RULES.get(lang)?.select(count) === 'one' ? one : other;
}
