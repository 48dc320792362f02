import { frenchSpaces } from '../../../src/judge/texts/french-spaces.ts';
import { formatNumber } from './format-number.ts';
import { kept } from './kept.ts';
import { type Language, language, type Text } from './language.ts';

const pluralRules = kept((locale: string) => new Intl.PluralRules(locale));

export type Values = Readonly<Record<string, string | number>>;

/** A text whose form depends on a number. French counts 0 and 1 as singular, English only 1. */
export interface Counted {
  readonly one: Text;
  readonly other: Text;
}

/** A group of texts of one part of the page: a text missing in one language does not compile. */
export type Texts = Readonly<Record<string, Text | Counted>>;

/** The text in the language of the page, with French typography; `{name}` is replaced by `values.name`. */
export function t(text: Text, values: Values = {}): string {
  const lang = language.value;
  return fill(lang === 'fr' ? frenchSpaces(text.fr) : text.en, values, lang);
}

/** The form that `count` asks for; `{n}` is replaced by it. */
export function tn(text: Counted, count: number, values: Values = {}): string {
  const form = pluralRules(language.value, {}).select(count) === 'one' ? text.one : text.other;
  return t(form, { n: count, ...values });
}

function fill(template: string, values: Values, lang: Language): string {
  return template.replace(/\{(\w+)\}/gu, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? formatNumber(value, lang) : value;
  });
}
