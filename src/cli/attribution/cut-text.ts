import type { CutMatrix } from '../../attribution/index.ts';
import type { Language } from '../../model/text.ts';
import { colon } from '../terminal/colon.ts';
import type { CutFlagValues } from './matrix-file.ts';
import { SAY } from './words.ts';

/** What was left out of the matrix and why; a result without it could not be compared with another. */
export function cutLines(cut: CutMatrix, { at, judgements }: CutFlagValues, lang: Language): string[] {
  const { later, judgementsLeftOut, matrix } = cut;
  const lines = [at === undefined ? `${SAY.everything[lang]}.` : `${SAY.knownAt[lang]} ${at}.`];
  if (later.length > 0) lines.push(`${later.join(', ')}${colon(lang)}${SAY.later[lang]}.`);
  if (judgementsLeftOut.length > 0)
    lines.push(`${judgementsLeftOut.join(', ')}${colon(lang)}${SAY.leftOut[lang]}.`);
  if (judgements)
    lines.push(matrix.evidence.some((row) => row.judgement) ? SAY.counted[lang] : SAY.noneCounted[lang]);
  return lines;
}
