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
    id: 'RO-broadcast',
    country: 'RO',
    forbids: ['broadcast-polls', 'broadcast-advertising', 'broadcast-discussion'],
    audience: ['broadcasters'],
    start: { anchor: 'voting-day', offset: '-PT48H', tz: 'local' },
    end: CLOSE,
    basis: 'Law 208/2015 art. 73',
    confidence: { start: 'moderate', end: 'moderate' },
    sources: [source('Legea nr. 208/2015, art. 73')],
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
    basis: 'Act 247/1995 § 16',
    confidence: { start: 'low', end: 'low' },
    sources: [source('Zákon č. 247/1995 Sb., § 16')],
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
