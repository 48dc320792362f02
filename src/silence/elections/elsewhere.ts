import type { ElectionKind, Polling } from '../election.ts';
import { territoriesOf } from '../places/index.ts';
import { type Known, oneDay } from './polling.ts';

function known(id: string, kind: ElectionKind, date: string, en: string, fr: string): Known {
  return { id, country: id.slice(0, 2), kind, name: { en, fr }, date };
}

const ITALY_2024: readonly Polling[] = [
  {
    territories: ['IT'],
    // Decree-law 7/2024 art. 1: polls open on Saturday, but the Sunday counts.
    votingDay: '2024-06-09',
    sessions: [
      { date: '2024-06-08', opens: '15:00', closes: '23:00' },
      { date: '2024-06-09', opens: '07:00', closes: '23:00' },
    ],
    confidence: 'high',
  },
];

const CZECHIA_2025: readonly Polling[] = [
  {
    territories: ['CZ'],
    votingDay: '2025-10-03',
    sessions: [
      { date: '2025-10-03', opens: '14:00', closes: '22:00' },
      { date: '2025-10-04', opens: '08:00', closes: '14:00' },
    ],
    confidence: 'high',
  },
];

/** Since 2022 the whole of Brazil votes from 8 to 17 by the clocks of Brasília. */
const BRAZIL_2022: readonly Polling[] = [
  {
    ...oneDay(
      territoriesOf('BR').map((territory) => territory.id),
      '2022-10-30',
      { opens: '08:00', closes: '17:00' },
      'high',
    ),
    hoursIn: 'America/Sao_Paulo',
  },
];

export const ELECTIONS_ELSEWHERE: readonly Known[] = [
  {
    ...known(
      'IT-european-2024',
      'european',
      '2024-06-09',
      'European election 2024 in Italy',
      'Élections européennes de 2024 en Italie',
    ),
    polling: ITALY_2024,
  },
  known(
    'ES-general-2023',
    'legislative',
    '2023-07-23',
    'Spanish general election 2023',
    'Élections générales espagnoles de 2023',
  ),
  known(
    'PT-legislative-2025',
    'legislative',
    '2025-05-18',
    'Portuguese legislative election 2025',
    'Élections législatives portugaises de 2025',
  ),
  known(
    'GR-legislative-2023',
    'legislative',
    '2023-06-25',
    'Greek legislative election of June 2023',
    'Élections législatives grecques de juin 2023',
  ),
  known(
    'PL-presidential-2025-round-2',
    'presidential',
    '2025-06-01',
    'Polish presidential election 2025, run-off',
    'Élection présidentielle polonaise de 2025, second tour',
  ),
  known(
    'HR-legislative-2024',
    'legislative',
    '2024-04-17',
    'Croatian parliamentary election 2024',
    'Élections législatives croates de 2024',
  ),
  known(
    'SI-legislative-2022',
    'legislative',
    '2022-04-24',
    'Slovenian parliamentary election 2022',
    'Élections législatives slovènes de 2022',
  ),
  known(
    'SK-legislative-2023',
    'legislative',
    '2023-09-30',
    'Slovak parliamentary election 2023',
    'Élections législatives slovaques de 2023',
  ),
  {
    ...known(
      'CZ-legislative-2025',
      'legislative',
      '2025-10-03',
      'Czech parliamentary election 2025',
      'Élections législatives tchèques de 2025',
    ),
    polling: CZECHIA_2025,
  },
  known(
    'RO-presidential-2024-round-1',
    'presidential',
    '2024-11-24',
    'Romanian presidential election 2024, first round',
    'Élection présidentielle roumaine de 2024, premier tour',
  ),
  known(
    'BG-legislative-2024',
    'legislative',
    '2024-10-27',
    'Bulgarian parliamentary election of October 2024',
    'Élections législatives bulgares d’octobre 2024',
  ),
  known(
    'IE-european-2024',
    'european',
    '2024-06-07',
    'European election 2024 in Ireland',
    'Élections européennes de 2024 en Irlande',
  ),
  known(
    'IE-general-2024',
    'legislative',
    '2024-11-29',
    'Irish general election 2024',
    'Élections générales irlandaises de 2024',
  ),
  known(
    'GB-general-2024',
    'legislative',
    '2024-07-04',
    'British general election 2024',
    'Élections générales britanniques de 2024',
  ),
  known(
    'DE-federal-2025',
    'legislative',
    '2025-02-23',
    'German federal election 2025',
    'Élections fédérales allemandes de 2025',
  ),
  known(
    'LT-legislative-2024-round-1',
    'legislative',
    '2024-10-13',
    'Lithuanian parliamentary election 2024, first round',
    'Élections législatives lituaniennes de 2024, premier tour',
  ),
  known(
    'CA-federal-2025',
    'legislative',
    '2025-04-28',
    'Canadian federal election 2025',
    'Élections fédérales canadiennes de 2025',
  ),
  known(
    'US-presidential-2024',
    'presidential',
    '2024-11-05',
    'United States presidential election 2024',
    'Élection présidentielle américaine de 2024',
  ),
  known(
    'MX-federal-2024',
    'presidential',
    '2024-06-02',
    'Mexican federal election 2024',
    'Élections fédérales mexicaines de 2024',
  ),
  {
    ...known(
      'BR-presidential-2022-round-2',
      'presidential',
      '2022-10-30',
      'Brazilian presidential election 2022, run-off',
      'Élection présidentielle brésilienne de 2022, second tour',
    ),
    polling: BRAZIL_2022,
  },
  known(
    'AR-presidential-2023-round-2',
    'presidential',
    '2023-11-19',
    'Argentine presidential election 2023, run-off',
    'Élection présidentielle argentine de 2023, second tour',
  ),
  known(
    'IN-general-2024-phase-1',
    'legislative',
    '2024-04-19',
    'Indian general election 2024, phase 1',
    'Élections générales indiennes de 2024, phase 1',
  ),
  known(
    'NZ-general-2023',
    'legislative',
    '2023-10-14',
    'New Zealand general election 2023',
    'Élections générales néo-zélandaises de 2023',
  ),
  known(
    'AU-federal-2025',
    'legislative',
    '2025-05-03',
    'Australian federal election 2025',
    'Élections fédérales australiennes de 2025',
  ),
];
