import type { SilenceRule } from '../rule.ts';
import { CLOSE, daysBefore, EVE, EVERYONE, PROPAGANDA, row, source } from './row.ts';

export const SOUTHERN_EUROPE: readonly SilenceRule[] = [
  row({
    id: 'IT-propaganda',
    country: 'IT',
    forbids: PROPAGANDA,
    audience: EVERYONE,
    start: EVE,
    end: CLOSE,
    exceptions: [
      {
        en: 'In 2024 polls opened on Saturday but only Sunday counted as the day of voting: silence from Saturday 00:00.',
        fr: 'En 2024, le vote commençait le samedi, mais seul le dimanche comptait comme jour du scrutin\u00a0: silence dès samedi 0\u00a0h.',
      },
      {
        en: 'Newspapers and private broadcasters are bound less tightly than rallies and posters.',
        fr: 'La presse et les diffuseurs privés sont tenus moins strictement que les réunions et l’affichage.',
      },
    ],
    basis: 'Law 212/1956 art. 9; decree-law 7/2024 art. 1',
    penalty: { en: 'fine of €103 to €1,032', fr: 'amende de 103 à 1\u202f032\u00a0€' },
    confidence: { start: 'high', end: 'high' },
    sources: [
      source(
        'Ministry of the Interior, circular DAIT 48/2024 (silence from the midnight that ends Friday 7 June)',
        'https://www.strettoweb.com/2024/05/elezioni-europee-silenzio-elettorale/1734883/',
      ),
    ],
  }),
  row({
    id: 'IT-polls',
    country: 'IT',
    forbids: ['opinion-polls'],
    audience: EVERYONE,
    start: daysBefore(15),
    end: CLOSE,
    exceptions: [
      {
        en: 'Polls made before may be cited where they stand; new ones may be made but not published.',
        fr: 'Les sondages antérieurs peuvent rester où ils sont\u202f; de nouveaux peuvent être faits, non publiés.',
      },
    ],
    validFrom: '2000-02-23',
    basis: 'Law 28/2000 art. 8',
    confidence: { start: 'moderate', end: 'moderate' },
    sources: [source('Legge 22 febbraio 2000, n. 28, art. 8')],
  }),
  row({
    id: 'ES-campaign',
    country: 'ES',
    forbids: ['campaigning', 'rallies', 'advertising'],
    audience: EVERYONE,
    start: EVE,
    end: CLOSE,
    basis: 'LOREG art. 53, 144',
    penalty: {
      en: 'criminal: prison of three months to a year, or a fine (art. 144)',
      fr: 'pénale\u00a0: trois mois à un an de prison, ou amende (art. 144)',
    },
    confidence: { start: 'high', end: 'high' },
    sources: [source('Ley Orgánica 5/1985, art. 53 and 144')],
  }),
  row({
    id: 'ES-polls',
    country: 'ES',
    forbids: ['opinion-polls'],
    audience: EVERYONE,
    start: daysBefore(5),
    end: CLOSE,
    basis: 'LOREG art. 69.7',
    penalty: {
      en: 'fine of €3,000 to €30,000 (art. 153)',
      fr: 'amende de 3\u202f000 à 30\u202f000\u00a0€ (art. 153)',
    },
    confidence: { start: 'high', end: 'high' },
    sources: [source('Ley Orgánica 5/1985, art. 69.7 and 153')],
  }),
  row({
    id: 'PT-propaganda',
    country: 'PT',
    forbids: ['campaigning', 'online-propaganda', 'rallies', 'posters'],
    audience: EVERYONE,
    start: EVE,
    end: CLOSE,
    basis: 'LEAR art. 141; decree-law 319-A/76 art. 129',
    penalty: {
      en: 'presidential: prison of up to six months and a fine',
      fr: 'présidentielle\u00a0: jusqu’à six mois de prison et amende',
    },
    confidence: { start: 'moderate', end: 'moderate' },
    sources: [source('Decreto-Lei 319-A/76, art. 129')],
  }),
  row({
    id: 'GR-campaign',
    country: 'GR',
    forbids: ['campaigning', 'rallies', 'leaflets', 'posters', 'online-propaganda'],
    audience: EVERYONE,
    start: EVE,
    end: CLOSE,
    basis: 'Electoral law: eve and day of voting',
    confidence: { start: 'moderate', end: 'low' },
    sources: [
      source(
        'ANT1, June 2023: from the midnight that ends Friday',
        'https://www.ant1news.gr/eidiseis/article/669768/ekloges-2023-proeklogiki-drastiriotita-pote-mpainei-se-isxy-i-apagoreysi',
      ),
    ],
  }),
  row({
    id: 'GR-polls',
    country: 'GR',
    forbids: ['opinion-polls'],
    audience: EVERYONE,
    start: EVE,
    end: CLOSE,
    exceptions: [
      {
        en: 'The span was two weeks once and was cut to end with the last Friday; check before relying on it.',
        fr: 'La durée, jadis de deux semaines, a été ramenée au dernier vendredi\u202f; à vérifier avant de s’y fier.',
      },
    ],
    basis: 'Law 3603/2007 art. 7, amended',
    confidence: { start: 'low', end: 'low' },
    sources: [source('Greek law 3603/2007, art. 7')],
  }),
];
