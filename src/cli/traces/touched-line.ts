import type { TouchedTotals } from '../../conclude/touched-totals.ts';
import type { Language } from '../../model/index.ts';
import { counted, noun } from '../terminal/counted.ts';

/** At the end of a sift: that there is something to see, and that it says nothing against what was touched. */
export function touchedLines(
  { inRuns, byStrangers, late }: TouchedTotals,
  lang: Language,
): readonly string[] {
  if (inRuns + late === 0) return [];
  const parts = [
    ...(byStrangers > 0 ? [counted(byStrangers, BY_STRANGERS, lang)] : []),
    ...(inRuns > byStrangers ? [counted(inRuns - byStrangers, IN_OWN_RUNS, lang)] : []),
    ...(late > 0 ? [counted(late, LATE, lang)] : []),
  ];
  return [`${parts.join(', ')} (tamis traces)`];
}

const BY_STRANGERS = noun(
  'document saved in one run with what is strange to the leak',
  'documents saved in one run with what is strange to the leak',
  'document enregistré d’affilée avec ce qui est étranger à la fuite',
  'documents enregistrés d’affilée avec ce qui est étranger à la fuite',
);
const IN_OWN_RUNS = noun(
  'document saved in one run with the leak’s own programs',
  'documents saved in one run with the leak’s own programs',
  'document enregistré d’affilée avec les logiciels de la fuite',
  'documents enregistrés d’affilée avec les logiciels de la fuite',
);
const LATE = noun(
  'document saved after the fact',
  'documents saved after the fact',
  'document enregistré après coup',
  'documents enregistrés après coup',
);
