import type { Language, Text } from '../model/text.ts';
import type { AssessmentFault } from './check-assessments.ts';
import type { Matrix } from './matrix.ts';

/** What is wrong with an assessment, with hypotheses by their names. */
export function assessmentText(
  { hypotheses }: Matrix,
  { code, hypothesis, others }: AssessmentFault,
  lang: Language,
): string {
  const nameOf = (id: string): string => hypotheses.find((one) => one.id === id)?.name[lang] ?? id;
  return TEXTS[code][lang]
    .replace('{name}', () => nameOf(hypothesis))
    .replace('{others}', () => others.map(nameOf).join(', '));
}

const TEXTS: Readonly<Record<AssessmentFault['code'], Text>> = {
  behind: {
    en: '{name} is called likely, and less speaks against {others}.',
    fr: '{name} est dite probable, et moins d’indices parlent contre {others}.',
  },
  tied: {
    en: '{name} is called likely, and no more speaks against {others}.',
    fr: '{name} est dite probable, et rien de plus ne parle contre {others}.',
  },
  exceed: {
    en: 'The chances of {name} and {others} come to more than 100 %: hypotheses exclude one another.',
    fr: 'Les chances de {name} et {others} dépassent 100\u00a0%\u00a0: les hypothèses s’excluent.',
  },
};
