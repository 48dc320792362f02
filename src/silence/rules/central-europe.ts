import type { SilenceRule } from '../rule.ts';
import { CLOSE, daysBefore, EVE, EVERYONE, row, source } from './row.ts';

export const CENTRAL_EUROPE: readonly SilenceRule[] = [
  row({
    id: 'PL-silence',
    country: 'PL',
    forbids: [
      'campaigning',
      'rallies',
      'leaflets',
      'posters',
      'online-propaganda',
      'opinion-polls',
      'exit-polls',
    ],
    audience: EVERYONE,
    start: EVE,
    end: CLOSE,
    basis: 'Kodeks wyborczy art. 107, 115, 498, 500',
    penalty: {
      en: 'polls: fine of PLN 500,000 to 1,000,000 (art. 500); agitation: fine (art. 498)',
      fr: 'sondages\u00a0: amende de 500\u202f000 à 1\u202f000\u202f000 PLN (art. 500)\u202f; propagande\u00a0: amende (art. 498)',
    },
    confidence: { start: 'high', end: 'high' },
    sources: [source('Kodeks wyborczy, 5 January 2011')],
  }),
  row({
    id: 'HR-silence',
    country: 'HR',
    forbids: ['campaigning', 'opinion-polls', 'projections', 'candidate-information', 'candidate-interviews'],
    audience: EVERYONE,
    start: EVE,
    end: CLOSE,
    exceptions: [
      {
        en: 'The day may be any day: in 2024 parliament was elected on a Wednesday.',
        fr: 'Le jour peut être quelconque\u00a0: en 2024, le parlement a été élu un mercredi.',
      },
    ],
    basis: 'Acts on the election of representatives and of the president',
    confidence: { start: 'high', end: 'high' },
    sources: [source('Zakon o izborima zastupnika u Hrvatski sabor')],
  }),
  row({
    id: 'SI-silence',
    country: 'SI',
    forbids: ['campaigning', 'persuasion', 'online-propaganda', 'posters'],
    audience: EVERYONE,
    start: EVE,
    end: CLOSE,
    basis: 'ZVRK (act on election and referendum campaigns)',
    confidence: { start: 'high', end: 'high' },
    sources: [source('Zakon o volilni in referendumski kampanji')],
  }),
  row({
    id: 'SK-moratorium',
    country: 'SK',
    forbids: ['campaigning', 'advertising', 'candidate-information', 'opinion-polls'],
    audience: EVERYONE,
    // 48 hours before the *day* of voting: for a Saturday it began on Thursday 00:00 (2022, 2023).
    start: daysBefore(2),
    end: CLOSE,
    exceptions: [
      {
        en: 'Exit polls may be made on the day and published after the close. A polling station that closes late prolongs it for all.',
        fr: 'Les sondages sortie des urnes sont permis, publiés après la clôture. Un bureau qui ferme plus tard prolonge le moratoire pour tous.',
      },
    ],
    validFrom: '2022-01-01',
    basis: 'Act 181/2014, § 2, 14, 17',
    confidence: { start: 'moderate', end: 'moderate' },
    sources: [
      source(
        'RTVS, 2022: the moratorium begins at midnight on 27 October',
        'https://spravy.rtvs.sk/tag/volebne-moratorium/',
      ),
      source(
        'emefka, 2023: moratorium prolonged by 40 minutes',
        'https://daily.emefka.sk/moratorium-sa-predlzi-o-40-minut',
      ),
    ],
  }),
  row({
    id: 'RO-campaign',
    country: 'RO',
    forbids: ['campaigning', 'rallies', 'online-propaganda'],
    audience: EVERYONE,
    start: { anchor: 'opening', offset: '-PT24H', tz: 'local' },
    end: CLOSE,
    basis: 'Campaign ends on Saturday 07:00 (laws 208/2015, 370/2004)',
    penalty: { en: 'fine of RON 1,500 to 4,500', fr: 'amende de 1\u202f500 à 4\u202f500 RON' },
    confidence: { start: 'moderate', end: 'moderate' },
    sources: [
      source(
        'Ziarul Unirea, 1 November 2014',
        'https://ziarulunirea.ro/campania-electorala-pentru-primul-tur-al-alegerilor-prezidentiale-s-a-incheiat-sambata-la-ora-7-00-continuarea-propagandei-electorale-va-fi-sanctionata-293210',
      ),
    ],
  }),
  row({
    id: 'RO-polls',
    country: 'RO',
    forbids: ['broadcast-polls', 'opinion-polls'],
    audience: EVERYONE,
    // Before the *day* of voting, as the law and its reports have it.
    start: daysBefore(2),
    end: CLOSE,
    basis: 'Law 208/2015 art. 73; law 370/2004',
    penalty: { en: 'fine of RON 4,500 to 10,000', fr: 'amende de 4\u202f500 à 10\u202f000 RON' },
    confidence: { start: 'moderate', end: 'moderate' },
    sources: [
      source(
        'Ziarul Unirea, 1 November 2014: 48 hours before the day of voting',
        'https://ziarulunirea.ro/campania-electorala-pentru-primul-tur-al-alegerilor-prezidentiale-s-a-incheiat-sambata-la-ora-7-00-continuarea-propagandei-electorale-va-fi-sanctionata-293210',
      ),
    ],
  }),
  row({
    id: 'RO-broadcast',
    country: 'RO',
    forbids: ['broadcast-advertising', 'broadcast-discussion'],
    audience: ['broadcasters'],
    // In June 2024 the audiovisual council let it end on Friday 07:00, polls opening on Sunday 07:00.
    start: { anchor: 'opening', offset: '-PT48H', tz: 'local' },
    end: CLOSE,
    basis: 'Law 208/2015 art. 73; decisions of the CNA',
    confidence: { start: 'moderate', end: 'moderate' },
    sources: [
      source(
        'Știri din Bucovina, June 2024: campaign on air ends on 7 June, 07:00',
        'https://stiridinbucovina.ro/campania-electorala-pentru-alegerile-locale-si-europarlamentare-in-audiovizual-se-incheie-in-7-iunie',
      ),
    ],
  }),
  row({
    id: 'CZ-polls',
    country: 'CZ',
    forbids: ['opinion-polls'],
    audience: EVERYONE,
    start: daysBefore(3),
    end: CLOSE,
    exceptions: [
      {
        en: 'Polls are open on Friday and Saturday; the days are counted from the Friday.',
        fr: 'On vote le vendredi et le samedi\u202f; les jours se comptent depuis le vendredi.',
      },
    ],
    basis: 'Act 247/1995 § 16; act 491/2000 § 30',
    penalty: {
      en: 'fine of up to CZK 30,000 for a person',
      fr: 'amende jusqu’à 30\u202f000 CZK pour un particulier',
    },
    confidence: { start: 'moderate', end: 'moderate' },
    sources: [
      source(
        'Lupa, September 2022: from the third day before, links to older polls included',
        'https://www.lupa.cz/clanky/za-zverejneni-predvolebnich-pruzkumu-hrozi-pokuta-i-kdyz-si-je-jen-date-na-facebook/',
      ),
    ],
  }),
  row({
    id: 'BG-silence',
    country: 'BG',
    forbids: ['campaigning', 'online-propaganda', 'opinion-polls', 'exit-polls'],
    audience: EVERYONE,
    start: EVE,
    end: CLOSE,
    exceptions: [
      {
        en: 'Voting may be prolonged to 21:00 where people still wait; the ban then lasts as long.',
        fr: 'Le vote peut être prolongé jusqu’à 21\u00a0h s’il reste des électeurs\u202f; l’interdiction dure autant.',
      },
    ],
    basis: 'Election Code art. 182, 205',
    penalty: { en: 'fine of BGN 1,000 to 5,000', fr: 'amende de 1\u202f000 à 5\u202f000 BGN' },
    // The source of the field guide was low; two reports of the day and art. 205 (5) agree.
    confidence: { start: 'moderate', end: 'moderate' },
    sources: [
      source(
        'Election Code, art. 205',
        'https://www.te.gob.mx/vota_elections/thesaurus/article/20940/16220/202',
      ),
      source('Novinite, 1 April 2023', 'https://www.novinite.com/view_news.php?id=219497'),
    ],
  }),
];
