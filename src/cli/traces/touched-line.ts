import type { TouchedTotals } from '../../conclude/touched-totals.ts';
import type { Language } from '../../model/index.ts';
import { counted } from './words.ts';

/** At the end of a sift: that there is something to see, and that it says nothing against what was touched. */
export function touchedLines({ inRuns, late }: TouchedTotals, lang: Language): readonly string[] {
  if (inRuns + late === 0) return [];
  const parts = [
    ...(inRuns > 0 ? [counted(inRuns, IN_RUN, IN_RUNS, lang)] : []),
    ...(late > 0 ? [counted(late, LATE_ONE, LATE, lang)] : []),
  ];
  return [`${parts.join(', ')} (tamis traces)`];
}

const IN_RUN = { en: 'document saved in one run', fr: 'document enregistré d’affilée' } as const;
const IN_RUNS = { en: 'documents saved in one run', fr: 'documents enregistrés d’affilée' } as const;
const LATE_ONE = { en: 'document saved after the fact', fr: 'document enregistré après coup' } as const;
const LATE = { en: 'documents saved after the fact', fr: 'documents enregistrés après coup' } as const;
