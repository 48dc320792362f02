import type { Text } from '../../model/text.ts';
import type { Act, Audience, End, SilenceRule, Source, Start } from '../rule.ts';

type Defaulted =
  | 'territories'
  | 'voting'
  | 'elections'
  | 'force'
  | 'exceptions'
  | 'validFrom'
  | 'validTo'
  | 'penalty';

/** A row with what most rows share filled in: the whole country, any election, a ban, valid without limit. */
export function row(given: Omit<SilenceRule, Defaulted> & Partial<SilenceRule>): SilenceRule {
  return {
    territories: ['*'],
    voting: 'any',
    elections: ['any'],
    force: 'ban',
    exceptions: [],
    validFrom: null,
    validTo: null,
    penalty: null,
    ...given,
  };
}

/** A country of which no silence is known. */
export function noSilence(country: string, note: Text | null, validFrom: string | null = null): SilenceRule {
  return row({
    id: `${country}-none`,
    country,
    forbids: [],
    force: 'none',
    audience: ['everyone'],
    start: null,
    end: null,
    exceptions: note === null ? [] : [note],
    validFrom,
    basis: '–',
    confidence: { start: 'moderate', end: 'moderate' },
    sources: [source('Survey of national electoral laws; nothing found is weaker than something found')],
  });
}

export const EVE: Start = { anchor: 'voting-day', offset: '-P1D', tz: 'local' };
export const OPENING: Start = { anchor: 'opening', offset: 'PT0S', tz: 'local' };
export const CLOSE: End = { anchor: 'close', plus: 'PT0S' };

/** So many days before the day of voting, by the clock of the place. */
export function daysBefore(days: number): Start {
  return { anchor: 'voting-day', offset: `-P${days}D`, tz: 'local' };
}

/** What a rule is read from: a law, or an authority's page. */
export function source(title: string, url: string | null = null): Source {
  return { title, url };
}

export const EVERYONE: readonly Audience[] = ['everyone'];
export const PROPAGANDA: readonly Act[] = ['campaigning', 'rallies', 'posters'];
