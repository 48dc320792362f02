/**
 * Templates of the reason texts: `{name}` is a value of the reason's detail; a part in `[ ]` is left out
 * when a value it names is absent; `{name|one|other}` is the word that goes with the number of that name, not the number
 * itself. Plain data, so texts can be checked, translated and documented.
 */
import type { Language } from '../../model/text.ts';
import { pluralForm } from './plural-form.ts';
import { showValue } from './show-value.ts';

/** The values of a template by name, as they lie in a reason's detail. */
export type Values = Readonly<Record<string, unknown>>;

/** The text with its values; a value missing outside `[ ]` becomes an ellipsis, never `undefined`. */
export function fillTemplate(template: string, values: Values, lang: Language): string {
  const parts = template.split(/[[\]]/u);
  // Odd positions lie between brackets; brackets are not nested.
  return parts
    .filter((part, index) => index % 2 === 0 || namesIn(part).every((name) => present(values, name)))
    .map((part) =>
      part.replace(PLACE, (_, name: string, one: string | undefined, other = '') => {
        if (!present(values, name)) return '…';
        const value = values[name];
        return one === undefined ? showValue(name, value, lang) : pluralForm(Number(value), lang, one, other);
      }),
    )
    .join('');
}

const PLACE = /\{(\w+)(?:\|([^{}|]{0,80})\|([^{}|]{0,80}))?\}/gu;

/** Names of the values a template uses, each once. */
export function namesIn(template: string): string[] {
  return [...new Set([...template.matchAll(PLACE)].map((match) => match[1] ?? ''))];
}

function present(values: Values, name: string): boolean {
  if (!Object.hasOwn(values, name)) return false;
  const value = values[name];
  return (
    value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)
  );
}
