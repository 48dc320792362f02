import type { Language } from '../../../model/index.ts';
import type { SpreadReport } from '../build.ts';
import { sentences } from './sentences.ts';
import { LIMITS, WORDS } from './words.ts';

/** Attack: an account named with escape codes, or with marks that turn the direction of the line. */
const UNSEEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** The report for a terminal: the sentences of every section, and the first of what they do not say. */
export function reportText(report: SpreadReport, lang: Language): string {
  const sections = sentences(report, lang).map(
    ({ name, lines }) =>
      `${WORDS[name][lang]}\n${lines
        .filter((line) => line !== '')
        .map((line) => `  ${line.replaceAll(UNSEEN, ' ')}`)
        .join('\n')}`,
  );
  const limits = LIMITS.slice(0, 2).map((limit) => `  ${limit[lang]}`);
  return `${[...sections, `${WORDS.limits[lang]}\n${limits.join('\n')}`].join('\n\n')}\n`;
}
