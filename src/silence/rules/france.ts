import type { Act, Confidence, End, SilenceRule, Start } from '../rule.ts';
import { CLOSE, EVE, EVERYONE, row, source } from './row.ts';

/** Everything but the election of the president, whose code an organic law froze. */
const BY_THE_CODE = ['legislative', 'european', 'regional', 'municipal', 'referendum'] as const;
const NATIONAL = ['presidential', 'legislative', 'european', 'referendum'] as const;

const METROPOLITAN_CLOSE: End = { anchor: 'last-close', plus: 'PT0S', of: ['FR-metropole'] };

const COUNCIL_2022 = source(
  'Conseil constitutionnel, 2022\u00a0: conséquences du vote le samedi',
  'https://presidentielle2022.conseil-constitutionnel.fr/l-election/l-organisation-de-l-election/quelles-sont-les-consequences-du-vote-le-samedi-en-termes-d-organisation.html',
);
const L49 = source(
  'Code électoral, art. L. 49, versions de 2011 et de 2020',
  'https://www.doctrine.fr/l/texts/codes/LEGITEXT000006070239/articles/LEGIARTI000006353094',
);
const POLLS_2007 = source(
  'Commission des sondages et CNCCEP, position commune de mars 2007',
  'https://commission-des-sondages.fr/hist/communiques/portee-interdiction-publication-diffusion-sondages-resultats-mars07.htm',
);

const ONLINE_BEFORE = {
  en: 'What was online before may stay, unchanged. The control commission asks that sites be frozen.',
  fr: 'Ce qui était en ligne avant peut y rester, sans changement. La commission de contrôle demande de figer les sites.',
};
const REPORTING = {
  en: 'Facts may be reported; citizens are bound too, and replies of candidates count as propaganda.',
  fr: 'Les faits peuvent être rapportés\u202f; les citoyens sont tenus aussi, et la réponse d’un candidat vaut propagande.',
};
const FINE_3750 = { en: 'fine of €3,750 (L. 90)', fr: 'amende de 3\u202f750\u00a0€ (L. 90)' };
const FINE_75000 = { en: 'fine of €75,000 (L. 90-1)', fr: 'amende de 75\u202f000\u00a0€ (L. 90-1)' };

const CODE_2011: readonly Act[] = ['leaflets', 'online-propaganda', 'serial-calls'];
const CODE_2020: readonly Act[] = ['campaigning', 'leaflets', 'online-propaganda', 'serial-calls', 'rallies'];

interface Era {
  readonly era: string;
  readonly elections: SilenceRule['elections'];
  readonly forbids: readonly Act[];
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly basis: string;
}

/** Law 2019-1269 changed the code on 30 June 2020; for presidents it counts since organic law 2021-335. */
const ERAS: readonly Era[] = [
  {
    era: '2011',
    elections: BY_THE_CODE,
    forbids: CODE_2011,
    validFrom: '2011-04-21',
    validTo: '2020-06-29',
    basis: 'Code électoral, art. L. 49 et L. 49-1 (loi n° 2011-412)',
  },
  {
    era: '2020',
    elections: BY_THE_CODE,
    forbids: CODE_2020,
    validFrom: '2020-06-30',
    validTo: null,
    basis: 'Code électoral, art. L. 47 A et L. 49 (loi n° 2019-1269)',
  },
  {
    era: 'presidential-2012',
    elections: ['presidential'],
    forbids: [...CODE_2011, 'campaigning'],
    validFrom: '2011-04-21',
    validTo: '2021-03-30',
    basis:
      'Loi n° 62-1292, art. 3 II\u00a0: Code électoral, art. L. 49 et L. 49-1\u202f; décret n° 2001-213, art. 10',
  },
  {
    era: 'presidential-2022',
    elections: ['presidential'],
    forbids: CODE_2020,
    validFrom: '2021-03-31',
    validTo: null,
    basis:
      'Loi n° 62-1292, art. 3 II (loi organique n° 2021-335)\u00a0: Code électoral, art. L. 47 A et L. 49\u202f; décret n° 2001-213',
  },
];

function propaganda(era: Era, saturday: boolean): SilenceRule {
  const end: Confidence = saturday ? 'low' : 'high';
  return row({
    id: `FR-propaganda-${era.era}${saturday ? '-saturday' : ''}`,
    country: 'FR',
    voting: saturday ? 'before-date' : 'on-date',
    elections: era.elections,
    forbids: era.forbids,
    audience: EVERYONE,
    start: EVE,
    end: CLOSE,
    exceptions: saturday ? [ONLINE_BEFORE, REPORTING, UNTIL_SUNDAY] : [ONLINE_BEFORE, REPORTING],
    validFrom: era.validFrom,
    validTo: era.validTo,
    basis: era.basis,
    penalty: FINE_3750,
    confidence: { start: 'high', end },
    sources: [L49, COUNCIL_2022],
  });
}

const UNTIL_SUNDAY = {
  en: 'The text names no end. Own close is the earliest; what also reaches metropolitan readers stays forbidden until Sunday 20:00.',
  fr: 'Le texte ne fixe pas de fin. La clôture locale est la plus proche\u202f; ce qui atteint aussi la métropole reste interdit jusqu’à dimanche 20\u00a0h.',
};

function polls(saturday: boolean): SilenceRule {
  return row({
    id: saturday ? 'FR-polls-saturday' : 'FR-polls',
    country: 'FR',
    voting: saturday ? 'before-date' : 'on-date',
    elections: [...NATIONAL, 'regional', 'municipal'],
    forbids: ['opinion-polls', 'poll-comment', 'exit-polls'],
    audience: EVERYONE,
    start: EVE,
    end: METROPOLITAN_CLOSE,
    exceptions: saturday ? [POLLS_ONLINE, SAME_FOR_ALL] : [POLLS_ONLINE],
    validFrom: '2002-02-20',
    basis: 'Loi n° 77-808 du 19 juillet 1977, art. 11 et 12',
    penalty: { en: 'fine of €75,000 (art. 12)', fr: 'amende de 75\u202f000\u00a0€ (art. 12)' },
    confidence: { start: saturday ? 'low' : 'high', end: 'high' },
    sources: [POLLS_2007],
  });
}

const POLLS_ONLINE = {
  en: 'Publications already out and data already online may stay. Old polls may not be published or commented on anew.',
  fr: 'Les publications déjà parues et les données déjà en ligne peuvent rester. Les anciens sondages ne peuvent être ni republiés ni commentés.',
};
const SAME_FOR_ALL = {
  en: 'In 2007 the two commissions held that the ban begins for the whole nation with Saturday 00:00; broadcasters overseas kept to their own eve. The earlier is shown.',
  fr: 'En 2007, les deux commissions ont fait débuter l’interdiction samedi à 0\u00a0h pour toute la nation\u202f; outre-mer, les médias s’en sont tenus à leur propre veille. Le plus tôt est affiché.',
};

const FIRST_OPENING: Start = { anchor: 'first-opening', offset: 'PT0S', tz: 'local' };

export const FRANCE_RULES: readonly SilenceRule[] = [
  ...ERAS.map((era) => propaganda(era, false)),
  ...ERAS.map((era) => propaganda(era, true)),
  row({
    id: 'FR-new-polemic',
    country: 'FR',
    elections: ['any'],
    forbids: ['new-polemic'],
    audience: ['campaigns'],
    start: null,
    end: { anchor: 'voting-day', plus: '-P1D' },
    exceptions: [
      {
        en: 'No fixed hour: what matters is whether opponents can still answer before the campaign ends.',
        fr: 'Pas d’heure fixe\u00a0: il faut que les adversaires puissent encore répondre avant la fin de la campagne.',
      },
    ],
    validFrom: '2011-04-21',
    basis: 'Code électoral, art. L. 48-2',
    penalty: {
      en: 'none of its own; a judge may annul the result',
      fr: 'aucune en propre\u202f; le juge peut annuler le scrutin',
    },
    confidence: { start: 'moderate', end: 'high' },
    sources: [source('Code électoral, art. L. 48-2 (loi n° 2011-412)')],
  }),
  polls(false),
  polls(true),
  row({
    id: 'FR-results',
    country: 'FR',
    elections: [...NATIONAL, 'regional', 'municipal'],
    forbids: ['results', 'projections'],
    audience: EVERYONE,
    start: FIRST_OPENING,
    end: METROPOLITAN_CLOSE,
    exceptions: [
      {
        en: 'Before polls open anywhere there is no result to publish; the ban itself has no beginning.',
        fr: 'Avant toute ouverture, il n’y a pas de résultat à publier\u202f; l’interdiction elle-même n’a pas de début.',
      },
    ],
    basis: 'Code électoral, art. L. 52-2',
    penalty: FINE_75000,
    confidence: { start: 'high', end: 'high' },
    sources: [POLLS_2007, COUNCIL_2022],
  }),
];
