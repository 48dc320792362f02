import type { Election, ElectionKind, Polling, Session } from '../election.ts';
import { dayBefore, shiftDay } from '../local-time.ts';
import { SATURDAY_VOTERS, SUNDAY_OVERSEAS, territoriesOf, USUAL_HOURS } from '../places/index.ts';
import type { Confidence } from '../rule.ts';

export interface Hours {
  readonly opens: string;
  readonly closes: string;
}

/** French elections in which territories west of the Atlantic and Polynesia vote the day before. */
const ON_SATURDAY: readonly ElectionKind[] = ['presidential', 'legislative', 'european', 'referendum'];

/**
 * How a country votes on `date`, with its usual hours unless others are given; null when the country is not
 * known. `confidence` is that of the hours.
 */
export function pollingOf(
  country: string,
  kind: ElectionKind,
  date: string,
  hours: Hours | null,
  confidence: Confidence,
): readonly Polling[] | null {
  const usual = USUAL_HOURS[country];
  if (usual === undefined) return null;
  if (country === 'FR') return french(kind, date, hours ?? usual, confidence);
  const { opens, closes } = hours ?? usual;
  if (hours === null && usual.nextDay !== undefined && !usual.oneDay?.includes(kind))
    return [
      twoDays(
        territoriesOf(country).map(({ id }) => id),
        date,
        usual,
        usual.nextDay,
        confidence,
      ),
    ];
  const excepted = hours === null ? (usual.except ?? {}) : {};
  const common = territoriesOf(country)
    .map((territory) => territory.id)
    .filter((id) => !Object.hasOwn(excepted, id));
  return [
    oneDay(common, date, { opens, closes }, confidence),
    ...Object.entries(excepted).map(([id, [from, to]]) =>
      oneDay([id], date, { opens: from, closes: to }, confidence),
    ),
  ];
}

/**
 * How a country votes on the days and hours given: all its territories alike, but in France the metropole alone, since
 * those overseas have days of their own. Null when the country is not known.
 */
export function pollingOn(
  country: string,
  kind: ElectionKind,
  date: string,
  sessions: readonly Session[],
): readonly Polling[] | null {
  if (USUAL_HOURS[country] === undefined) return null;
  const group = (territories: readonly string[]): Polling => ({
    territories,
    votingDay: date,
    sessions,
    confidence: 'moderate',
  });
  if (country !== 'FR') return [group(territoriesOf(country).map(({ id }) => id))];
  const overseas = (pollingOf('FR', kind, date, null, 'low') ?? []).slice(1);
  return [group(['FR-metropole']), ...overseas];
}

/** A vote on one day, at the same hours in all these places. */
export function oneDay(
  territories: readonly string[],
  date: string,
  { opens, closes }: Hours,
  confidence: Confidence,
): Polling {
  return { territories, votingDay: date, sessions: [{ date, opens, closes }], confidence };
}

function twoDays(
  territories: readonly string[],
  date: string,
  first: Hours,
  [opens, closes]: readonly [string, string],
  confidence: Confidence,
): Polling {
  const { sessions, ...rest } = oneDay(territories, date, first, confidence);
  return { ...rest, sessions: [...sessions, { date: shiftDay(date, 'P1D'), opens, closes }] };
}

/** Overseas the prefects set the hours; 8 to 19 was the decree's rule in 2017 and 2022 and is assumed. */
const OVERSEAS: Hours = { opens: '08:00', closes: '19:00' };

function french(kind: ElectionKind, date: string, hours: Hours, confidence: Confidence): readonly Polling[] {
  const early = ON_SATURDAY.includes(kind) ? dayBefore(date) : date;
  return [
    oneDay(['FR-metropole'], date, hours, confidence),
    oneDay(SATURDAY_VOTERS, early, OVERSEAS, 'low'),
    oneDay(SUNDAY_OVERSEAS, date, OVERSEAS, 'low'),
  ];
}

export type Known = Omit<Election, 'polling' | 'sources'> & Partial<Pick<Election, 'polling' | 'sources'>>;
