import type { Language } from '../../model/text.ts';
import type { Judgement, Polarity } from '../../model/verdict.ts';
import { tellReason } from '../reasons/index.ts';
import { VERDICT_TEXTS } from '../reasons/verdicts.ts';
import { inLanguage } from '../texts/in-language.ts';

/** The signs before a reason: for, against, a remark. */
const POLARITY_SIGNS: Readonly<Record<Polarity, string>> = { for: '+', against: '−', note: '·' };

/**
 * A judgement in words: first what the verdict means, then a paragraph per reason in order of weight, each
 * with its sign. Values come from the leak; whoever shows the lines makes them harmless for their medium.
 */
export function explain(judgement: Judgement, lang: Language): string[] {
  const reasons = judgement.reasons.map((reason) => {
    const { title, text } = tellReason(reason, lang);
    return `${POLARITY_SIGNS[reason.polarity]} ${title}${lang === 'fr' ? '\u00a0' : ''}: ${text}`;
  });
  return [inLanguage(VERDICT_TEXTS[judgement.verdict].text, lang), ...reasons];
}
