import type { TouchedTotals } from '../../conclude/touched-totals.ts';
import type { Language } from '../../model/index.ts';
import { documentsText } from './words.ts';

/** At the end of a sift: that there is something to see, and that it says nothing against what was touched. */
export function touchedLines({ inRuns, late }: TouchedTotals, lang: Language): readonly string[] {
  if (inRuns + late === 0) return [];
  const parts = [
    ...(inRuns > 0 ? [`${documentsText(inRuns, lang)} ${IN_RUNS[lang]}`] : []),
    ...(late > 0 ? [`${documentsText(late, lang)} ${LATE[lang]}`] : []),
  ];
  return [`${parts.join(', ')} (tamis traces)`];
}

const IN_RUNS = { en: 'saved in one run', fr: 'enregistrés d’affilée' } as const;
const LATE = { en: 'saved after the fact', fr: 'enregistrés après coup' } as const;
