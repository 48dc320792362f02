import type { TouchedTotals } from '../../conclude/touched-totals.ts';
import type { Language } from '../../model/index.ts';
import { counted, noun } from '../terminal/counted.ts';

/** At the end of a sift: that there is something to see, and that it says nothing against what was touched. */
export function touchedLines({ inRuns, late }: TouchedTotals, lang: Language): readonly string[] {
  if (inRuns + late === 0) return [];
  const parts = [
    ...(inRuns > 0 ? [counted(inRuns, IN_RUNS, lang)] : []),
    ...(late > 0 ? [counted(late, LATE, lang)] : []),
  ];
  return [`${parts.join(', ')} (tamis traces)`];
}

const IN_RUNS = noun(
  'document saved in one run',
  'documents saved in one run',
  'document enregistré d’affilée',
  'documents enregistrés d’affilée',
);
const LATE = noun(
  'document saved after the fact',
  'documents saved after the fact',
  'document enregistré après coup',
  'documents enregistrés après coup',
);
