import { VERDICT_TEXTS } from '../../../../src/judge/reasons/verdicts.ts';
import type { Text } from '../../i18n/language.ts';
import { t } from '../../i18n/t.ts';
import type { ShownVerdict } from './shown-verdict.ts';

const NONE: Text = { en: 'no verdict', fr: 'sans verdict' };
const NONE_TEXT: Text = {
  en: 'No verdict: a container, or something that could not be read.',
  fr: "Sans verdict : un conteneur, ou ce qui n'a pas pu être lu.",
};

/** A verdict in one word, or that there is none. */
export function verdictWord(verdict: ShownVerdict): string {
  return t(verdict === 'none' ? NONE : VERDICT_TEXTS[verdict].title);
}

/** What the word says and does not say, in a sentence or two. */
export function verdictMeaning(verdict: ShownVerdict): string {
  return t(verdict === 'none' ? NONE_TEXT : VERDICT_TEXTS[verdict].text);
}
