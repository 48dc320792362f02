import { frenchSpaces } from '../../../src/judge/texts/french-spaces.ts';
import { pluralForm } from '../../../src/judge/texts/plural-form.ts';
import { formatNumber } from './format-number.ts';
import { type Language, language, type Text } from './language.ts';

export type Values = Readonly<Record<string, string | number>>;

/** A text whose form depends on a number. French counts 0 and 1 as singular, English only 1. */
export interface Counted {
  readonly one: Text;
  readonly other: Text;
}

/** A group of texts of one part of the page: a text missing in one language does not compile. */
export type Texts = Readonly<Record<string, Text | Counted>>;

/**
 * The text in the language of the page, with its typography; `{name}` is replaced by `values.name`, and
 * `{name|one|other}` by the word that goes with that number.
 */
export function t(text: Text, values: Values = {}): string {
  const lang = language.value;
  return fill(lang === 'fr' ? frenchSpaces(text.fr) : englishQuotes(text.en), values, lang);
}

/** The form that `count` asks for; `{n}` is replaced by it. */
export function tn(text: Counted, count: number, values: Values = {}): string {
  const form = pluralForm(count, language.value, 'one', 'other') === 'one' ? text.one : text.other;
  return t(form, { n: count, ...values });
}

/** Quotation marks and apostrophes of print from plainly typed ones; what is written to a terminal keeps its own. */
function englishQuotes(text: string): string {
  return text.replace(/"([^"]{1,200})"/gu, '“$1”').replace(/(?<=\p{L})'/gu, '’');
}

const PLACE = /\{(\w+)(?:\|([^{}|]*)\|([^{}|]*))?\}/gu;

function fill(template: string, values: Values, lang: Language): string {
  return template.replace(PLACE, (whole, name: string, one: string | undefined, other = '') => {
    const value = values[name];
    if (value === undefined) return whole;
    if (one !== undefined) return typeof value === 'number' ? pluralForm(value, lang, one, other) : other;
    return typeof value === 'number' ? formatNumber(value, lang) : value;
  });
}
