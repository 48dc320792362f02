import type { SilenceRule } from '../rule.ts';
import { CLOSE, daysBefore, EVERYONE, row, source } from './row.ts';

export const ASIA_PACIFIC: readonly SilenceRule[] = [
  row({
    id: 'IN-electronic-media',
    country: 'IN',
    forbids: ['election-matter', 'broadcast-polls', 'rallies'],
    audience: EVERYONE,
    start: { anchor: 'close', offset: '-PT48H', tz: 'local' },
    end: CLOSE,
    exceptions: [
      {
        en: 'Counted per phase, for the constituencies that vote in it.',
        fr: 'Se compte par phase, pour les circonscriptions qui y votent.',
      },
    ],
    basis: 'Representation of the People Act 1951 s. 126',
    penalty: {
      en: 'up to two years in prison, a fine, or both',
      fr: 'jusqu’à deux ans de prison, amende, ou les deux',
    },
    confidence: { start: 'high', end: 'high' },
    sources: [source('Representation of the People Act 1951, s. 126')],
  }),
  row({
    id: 'NZ-influence',
    country: 'NZ',
    forbids: ['persuasion', 'campaigning', 'advertising', 'opinion-polls'],
    audience: EVERYONE,
    start: daysBefore(0),
    end: { anchor: 'last-close', plus: 'PT0S', of: ['NZ'] },
    exceptions: [
      {
        en: 'What was online before election day may stay if it is not pushed or changed on it.',
        fr: 'Ce qui était en ligne avant le jour du vote peut rester s’il n’est ni promu ni changé ce jour-là.',
      },
    ],
    basis: 'Electoral Act 1993 s. 197',
    penalty: { en: 'fine of up to NZ$20,000', fr: 'amende jusqu’à 20\u202f000 dollars néo-zélandais' },
    confidence: { start: 'high', end: 'high' },
    sources: [source('Electoral Act 1993, s. 197')],
  }),
  row({
    id: 'AU-broadcast-advertising',
    country: 'AU',
    forbids: ['broadcast-advertising'],
    audience: ['broadcasters', 'campaigns'],
    // Wednesday 24:00 before a Saturday is Thursday 00:00.
    start: daysBefore(2),
    end: CLOSE,
    exceptions: [
      {
        en: 'Print and online advertising, and news, are not bound.',
        fr: 'La presse, la publicité en ligne et l’information ne sont pas tenues.',
      },
    ],
    basis: 'Broadcasting Services Act 1992, schedule 2, clause 3A',
    confidence: { start: 'moderate', end: 'moderate' },
    sources: [source('Broadcasting Services Act 1992, schedule 2')],
  }),
];
