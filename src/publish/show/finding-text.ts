import { tellFailureDetail } from '../../judge/failures/tell-detail.ts';
import { VERDICT_TEXTS } from '../../judge/reasons/verdicts.ts';
import { frenchSpaces } from '../../judge/texts/french-spaces.ts';
import { VERDICTS } from '../../model/index.ts';
import type { Language, Text } from '../../model/text.ts';
import { FINDING_TEXTS } from '../gates/finding-codes.ts';
import type { Finding } from '../gates/gate.ts';
import { KIND_WORDS, PERSONAL_KINDS } from '../personal/kinds.ts';

/** What a finding says, in a language. */
export function findingText({ code, words, values }: Finding, lang: Language): string {
  return filled(FINDING_TEXTS[code].what, words, values, lang);
}

/** What to do about it; null where nothing is to be done. */
export function findingTodo({ code, words, values }: Finding, lang: Language): string | null {
  const { todo } = FINDING_TEXTS[code];
  return todo === null ? null : filled(todo, words, values, lang);
}

function filled(text: Text, words: string, values: Finding['values'], lang: Language): string {
  const template = lang === 'fr' ? frenchSpaces(text.fr) : text.en;
  return template.replace(/\{([\w-]+)\}/gu, (_, name: string) =>
    name === 'words' ? (values.words ?? words) : valueText(name, values[name] ?? '…', lang),
  );
}

function valueText(name: string, value: string, lang: Language): string {
  const kind = name === 'kind' ? PERSONAL_KINDS.find((one) => one === value) : undefined;
  if (kind !== undefined) return KIND_WORDS[kind][lang];
  if (name === 'why') return tellFailureDetail(value, lang);
  const verdict = name === 'verdict' ? VERDICTS.find((one) => one === value) : undefined;
  return verdict === undefined ? value : VERDICT_TEXTS[verdict].title[lang];
}
