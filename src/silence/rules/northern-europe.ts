import type { SilenceRule } from '../rule.ts';
import { CLOSE, EVERYONE, noSilence, OPENING, row, source } from './row.ts';

export const NORTHERN_EUROPE: readonly SilenceRule[] = [
  row({
    id: 'IE-moratorium',
    country: 'IE',
    forbids: ['broadcast-discussion', 'broadcast-advertising', 'broadcast-polls'],
    audience: ['broadcasters'],
    start: { anchor: 'voting-day', offset: '-P1D', at: '14:00', tz: 'local' },
    end: CLOSE,
    validTo: '2024-10-31',
    exceptions: [
      {
        en: 'Newspapers and the internet were never bound.',
        fr: 'La presse écrite et l’internet n’ont jamais été tenus.',
      },
    ],
    basis: 'Code of Fairness, Objectivity and Impartiality; election guidelines',
    confidence: { start: 'high', end: 'high' },
    sources: [
      source(
        'Irish Times, 1 November 2024',
        'https://www.irishtimes.com/media/2024/11/01/broadcast-moratorium-to-be-scrapped-and-new-requriement-to-tackle-election-misinformation-introduced/',
      ),
    ],
  }),
  row({
    id: 'IE-additional-care',
    country: 'IE',
    forbids: ['misleading-information', 'broadcast-polls', 'exit-polls'],
    force: 'care',
    audience: ['broadcasters'],
    start: { anchor: 'opening', offset: '-PT24H', tz: 'local' },
    end: CLOSE,
    validFrom: '2024-11-01',
    exceptions: [
      {
        en: 'The election may be discussed. Polls are asked to be left out while people vote.',
        fr: 'L’élection peut être commentée. Il est demandé de taire les sondages pendant le vote.',
      },
    ],
    basis: 'Coimisiún na Meán, additional care requirement',
    confidence: { start: 'high', end: 'high' },
    sources: [
      source(
        'Highland Radio, 1 November 2024',
        'https://highlandradio.com/2024/11/01/election-coverage-moratorium-to-be-lifted-ahead-of-the-next-general-election/',
      ),
    ],
  }),
  row({
    id: 'GB-broadcast',
    country: 'GB',
    forbids: ['broadcast-discussion', 'broadcast-polls'],
    audience: ['broadcasters'],
    start: OPENING,
    end: CLOSE,
    exceptions: [
      {
        en: 'That people vote, and how many, may be reported.',
        fr: 'On peut dire que l’on vote, et combien votent.',
      },
    ],
    basis: 'Ofcom Broadcasting Code 6.4, 6.5',
    penalty: { en: 'sanctions of Ofcom', fr: 'sanctions de l’Ofcom' },
    confidence: { start: 'high', end: 'high' },
    sources: [source('Ofcom Broadcasting Code, section six')],
  }),
  row({
    id: 'GB-exit-polls',
    country: 'GB',
    forbids: ['exit-polls', 'projections'],
    audience: EVERYONE,
    start: { anchor: 'first-opening', offset: 'PT0S', tz: 'local' },
    end: CLOSE,
    exceptions: [
      {
        en: 'What postal voters said they voted counts too, and from when they vote, which is weeks before.',
        fr: 'Les déclarations des votants par correspondance comptent aussi, dès leur vote, des semaines plus tôt.',
      },
    ],
    basis: 'Representation of the People Act 1983 s. 66A',
    penalty: { en: 'fine, or six months in prison', fr: 'amende, ou six mois de prison' },
    confidence: { start: 'high', end: 'high' },
    sources: [source('Representation of the People Act 1983, s. 66A')],
  }),
  row({
    id: 'DE-exit-polls',
    country: 'DE',
    forbids: ['exit-polls'],
    audience: EVERYONE,
    start: OPENING,
    end: CLOSE,
    exceptions: [
      {
        en: 'Campaigning is allowed, though not in and before polling stations.',
        fr: 'La campagne est permise, sauf dans les bureaux de vote et devant.',
      },
    ],
    basis: 'BWahlG § 32 (2)',
    penalty: { en: 'fine of up to €50,000', fr: 'amende jusqu’à 50\u202f000\u00a0€' },
    confidence: { start: 'high', end: 'high' },
    sources: [source('Bundeswahlgesetz § 32 (2)')],
  }),
  row({
    id: 'LT-agitation-eve',
    country: 'LT',
    forbids: ['campaigning', 'advertising', 'posters'],
    audience: EVERYONE,
    start: { anchor: 'opening', offset: '-PT30H', tz: 'local' },
    end: CLOSE,
    validTo: '2022-08-31',
    basis: 'Law on elections to the Seimas; 30 hours before polls open',
    confidence: { start: 'moderate', end: 'moderate' },
    sources: [
      source(
        'Report of 8 October 2016: campaigning prohibited from 01:00',
        'https://sevendaynews.com/2016/10/08/the-day-of-silence-occurs-before-elections-to-the-lithuanian-parliament/',
      ),
    ],
  }),
  row({
    id: 'LT-agitation',
    country: 'LT',
    forbids: ['campaigning', 'advertising', 'posters'],
    audience: EVERYONE,
    start: { anchor: 'opening', offset: '-PT7H', tz: 'local' },
    end: CLOSE,
    validFrom: '2022-09-01',
    basis: 'Electoral Code (constitutional law XIV-1381); 7 hours before polls open',
    confidence: { start: 'moderate', end: 'moderate' },
    sources: [
      source(
        'Central Election Commission as reported in March 2023',
        'https://world-today-news.com/municipal-elections-the-district-lags-behind-the-national-average-in-the-preliminaries',
      ),
    ],
  }),
  ...['AT', 'BE', 'DK', 'EE', 'FI', 'NL', 'SE'].map((country) => noSilence(country, null)),
];
