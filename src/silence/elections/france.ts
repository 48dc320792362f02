import type { ElectionKind } from '../election.ts';
import type { Source } from '../rule.ts';
import type { Known } from './polling.ts';

const DECREE_2017 = [
  { title: 'Décret n° 2017-223 du 24 février 2017 portant convocation des électeurs', url: null },
  {
    title: 'France 24, 6 May 2017: where polls open and when',
    url: 'http://www.france24.com/fr/20170506-second-tour-outre-mer-francais-letranger-ouvrent-le-bal',
  },
];

/** Announced after the Council of Ministers of 1 July 2026. The decree that calls the electors comes early in 2027. */
const ANNOUNCED_2027 = [
  {
    title: 'Annonce à l’issue du Conseil des ministres du 1er juillet 2026\u202f; décret à paraître',
    url: null,
  },
  {
    title: 'France 24, 30 June 2026: dates of the presidential election',
    url: 'https://www.france24.com/en/europe/20260630-france-sets-presidential-election-date-as-macron-finishes-final-term',
  },
];

const DECREE_2026 = [
  { title: 'Décret n° 2025-848 du 27 août 2025 portant convocation des électeurs', url: null },
];

const SOURCES: Readonly<Record<string, readonly Source[]>> = {
  '2017': DECREE_2017,
  '2026': DECREE_2026,
  '2027': ANNOUNCED_2027,
};

function round(kind: ElectionKind, date: string, number: 1 | 2, en: string, fr: string): Known {
  const year = date.slice(0, 4);
  const sources = SOURCES[year];
  const ordinal =
    number === 1 ? { en: 'first round', fr: 'premier tour' } : { en: 'run-off', fr: 'second tour' };
  return {
    id: `FR-${kind}-${year}-round-${number}`,
    country: 'FR',
    kind,
    name: { en: `${en} ${year}, ${ordinal.en}`, fr: `${fr} de ${year}, ${ordinal.fr}` },
    date,
    ...(sources === undefined ? {} : { sources }),
  };
}

/** No legislative election is due before June 2029: the Assembly of 2024 sits for five years unless it is dissolved. */
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
  round('municipal', '2026-03-15', 1, 'French municipal elections', 'Élections municipales'),
  round('municipal', '2026-03-22', 2, 'French municipal elections', 'Élections municipales'),
  round('presidential', '2027-04-18', 1, 'French presidential election', 'Élection présidentielle'),
  round('presidential', '2027-05-02', 2, 'French presidential election', 'Élection présidentielle'),
];
