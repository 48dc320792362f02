import type { ElectionKind } from '../election.ts';
import type { Known } from './polling.ts';

const DECREE_2017 = [
  { title: 'Décret 2017-223 of 24 February 2017 calling the electors', url: null },
  {
    title: 'France 24, 6 May 2017: where polls open and when',
    url: 'http://www.france24.com/fr/20170506-second-tour-outre-mer-francais-letranger-ouvrent-le-bal',
  },
];

function round(kind: ElectionKind, date: string, number: 1 | 2, en: string, fr: string): Known {
  const year = date.slice(0, 4);
  const ordinal =
    number === 1 ? { en: 'first round', fr: 'premier tour' } : { en: 'run-off', fr: 'second tour' };
  return {
    id: `FR-${kind}-${year}-round-${number}`,
    country: 'FR',
    kind,
    name: { en: `${en} ${year}, ${ordinal.en}`, fr: `${fr} de ${year}, ${ordinal.fr}` },
    date,
    ...(date.startsWith('2017') ? { sources: DECREE_2017 } : {}),
  };
}

export const FRENCH_ELECTIONS: readonly Known[] = [
  round('presidential', '2017-04-23', 1, 'French presidential election', 'Élection présidentielle'),
  round('presidential', '2017-05-07', 2, 'French presidential election', 'Élection présidentielle'),
  round('presidential', '2022-04-10', 1, 'French presidential election', 'Élection présidentielle'),
  round('presidential', '2022-04-24', 2, 'French presidential election', 'Élection présidentielle'),
  round('legislative', '2024-06-30', 1, 'French legislative election', 'Élections législatives'),
  round('legislative', '2024-07-07', 2, 'French legislative election', 'Élections législatives'),
  {
    id: 'FR-european-2024',
    country: 'FR',
    kind: 'european',
    name: { en: 'European election 2024 in France', fr: 'Élections européennes de 2024 en France' },
    date: '2024-06-09',
  },
];
