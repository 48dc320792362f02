import type { Language, Text } from '../model/text.ts';
import { ELECTION_KINDS, type Election, type ElectionKind, type Polling, type Session } from './election.ts';
import { pollingOf } from './elections/index.ts';
import { isDate, isTime } from './local-time.ts';
import { territoryById, USUAL_HOURS } from './places/index.ts';

/** An election as a user describes it, in a file (docs/schema/silence-plan.json) or by flags. */
export type ReadPlan =
  | { readonly type: 'plan'; readonly election: Election }
  | { readonly type: 'bad'; readonly problems: readonly PlanProblem[] };

export interface PlanProblem {
  /** Where in the description: `polling.0.sessions.1.opens`. */
  readonly at: string;
  readonly reason:
    | 'not-an-object'
    | 'unknown-country'
    | 'unknown-kind'
    | 'not-a-date'
    | 'not-a-time'
    | 'unknown-territory'
    | 'territory-twice'
    | 'empty'
    | 'too-many'
    | 'closes-before-it-opens'
    | 'unknown-zone'
    | 'only-together'
    | 'not-a-text';
}

/** A plan made to exhaust memory is refused: no country has more groups of polls, no vote more days. */
const MOST_GROUPS = 100;
const MOST_SESSIONS = 60;

/** Reads and completes a description; hours that are not given are the usual ones of the country. Never throws. */
export function readPlan(value: unknown): ReadPlan {
  if (!isObject(value)) return bad([{ at: '', reason: 'not-an-object' }]);
  const problems: PlanProblem[] = [];
  const country = String(value.country ?? '').toUpperCase();
  if (!Object.hasOwn(USUAL_HOURS, country)) problems.push({ at: 'country', reason: 'unknown-country' });
  const date = typeof value.date === 'string' ? value.date : '';
  if (!isDate(date)) problems.push({ at: 'date', reason: 'not-a-date' });
  const kind = kindOf(value.kind, country);
  if (kind === null) problems.push({ at: 'kind', reason: 'unknown-kind' });
  if (value.name !== undefined && typeof value.name !== 'string')
    problems.push({ at: 'name', reason: 'not-a-text' });
  const hours = hoursOf(value, '', problems);
  const given = value.polling === undefined ? null : pollingGiven(value.polling, date, problems);
  if (problems.length > 0 || kind === null) return bad(problems);
  const polling = given ?? pollingOf(country, kind, date, hours, hours === null ? 'low' : 'moderate') ?? [];
  const name =
    typeof value.name === 'string' ? { en: value.name, fr: value.name } : nameOf(country, kind, date);
  return {
    type: 'plan',
    election: {
      id: `${country}-${kind}-${date}`,
      country,
      kind,
      name,
      date,
      polling,
      sources: [{ title: 'As described by the user', url: null }],
    },
  };
}

/** `Legislative election of 13 June 2027, France`. */
function nameOf(country: string, kind: ElectionKind, date: string): Text {
  const told = (lang: Language): string => {
    const day = new Intl.DateTimeFormat(lang === 'fr' ? 'fr-FR' : 'en-GB', {
      dateStyle: 'long',
      timeZone: 'UTC',
    });
    const place = new Intl.DisplayNames([lang], { type: 'region' }).of(country) ?? country;
    const of = lang === 'fr' ? 'du' : 'of';
    return `${KIND_WORDS[kind][lang]} ${of} ${day.format(new Date(`${date}T00:00:00Z`))}, ${place}`;
  };
  return { en: told('en'), fr: told('fr') };
}

const KIND_WORDS: Readonly<Record<ElectionKind, Text>> = {
  presidential: { en: 'Presidential election', fr: 'Élection présidentielle' },
  legislative: { en: 'Legislative election', fr: 'Élections législatives' },
  european: { en: 'European election', fr: 'Élections européennes' },
  regional: { en: 'Regional elections', fr: 'Élections régionales' },
  municipal: { en: 'Municipal elections', fr: 'Élections municipales' },
  referendum: { en: 'Referendum', fr: 'Référendum' },
};

function bad(problems: readonly PlanProblem[]): ReadPlan {
  return { type: 'bad', problems };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Where nothing is said the kind that silences most is taken: presidents in France vote over two days. */
function kindOf(value: unknown, country: string): ElectionKind | null {
  if (value === undefined) return country === 'FR' ? 'presidential' : 'legislative';
  return ELECTION_KINDS.find((kind) => kind === value) ?? null;
}

function hoursOf(
  value: Readonly<Record<string, unknown>>,
  at: string,
  problems: PlanProblem[],
): { opens: string; closes: string } | null {
  const { opens, closes } = value;
  if (opens === undefined && closes === undefined) return null;
  if (opens === undefined || closes === undefined) {
    problems.push({ at: `${at}${opens === undefined ? 'opens' : 'closes'}`, reason: 'only-together' });
    return null;
  }
  for (const [name, time] of [
    ['opens', opens],
    ['closes', closes],
  ] as const)
    if (typeof time !== 'string' || !isTime(time))
      problems.push({ at: `${at}${name}`, reason: 'not-a-time' });
  if (String(closes) <= String(opens)) problems.push({ at: `${at}closes`, reason: 'closes-before-it-opens' });
  return { opens: String(opens), closes: String(closes) };
}

function pollingGiven(value: unknown, date: string, problems: PlanProblem[]): Polling[] {
  if (!Array.isArray(value) || value.length === 0) {
    problems.push({ at: 'polling', reason: 'empty' });
    return [];
  }
  if (value.length > MOST_GROUPS) {
    problems.push({ at: 'polling', reason: 'too-many' });
    return [];
  }
  const seen = new Set<string>();
  return value.flatMap((group: unknown, index) =>
    groupGiven(group, `polling.${index}`, date, seen, problems),
  );
}

function groupGiven(
  value: unknown,
  at: string,
  date: string,
  seen: Set<string>,
  problems: PlanProblem[],
): Polling[] {
  if (!isObject(value)) {
    problems.push({ at, reason: 'not-an-object' });
    return [];
  }
  const territories = Array.isArray(value.territories) ? value.territories.map(String) : [];
  if (territories.length === 0) problems.push({ at: `${at}.territories`, reason: 'empty' });
  territories.forEach((id, index) => {
    const place = `${at}.territories.${index}`;
    if (territoryById(id) === null) problems.push({ at: place, reason: 'unknown-territory' });
    else if (seen.has(id)) problems.push({ at: place, reason: 'territory-twice' });
    seen.add(id);
  });
  const votingDay = value.votingDay === undefined ? date : String(value.votingDay);
  if (!isDate(votingDay)) problems.push({ at: `${at}.votingDay`, reason: 'not-a-date' });
  const sessions = sessionsGiven(value, at, votingDay, problems);
  const hoursIn = zoneGiven(value.hoursIn, at, problems);
  return [
    { territories, votingDay, sessions, confidence: 'moderate', ...(hoursIn === null ? {} : { hoursIn }) },
  ];
}

function sessionsGiven(
  value: Readonly<Record<string, unknown>>,
  at: string,
  votingDay: string,
  problems: PlanProblem[],
): Session[] {
  if (value.sessions === undefined) {
    const hours = hoursOf(value, `${at}.`, problems);
    if (hours === null) problems.push({ at: `${at}.sessions`, reason: 'empty' });
    return hours === null ? [] : [{ date: votingDay, ...hours }];
  }
  const list: readonly unknown[] = Array.isArray(value.sessions) ? value.sessions : [];
  if (list.length === 0) problems.push({ at: `${at}.sessions`, reason: 'empty' });
  if (list.length > MOST_SESSIONS) {
    problems.push({ at: `${at}.sessions`, reason: 'too-many' });
    return [];
  }
  const sessions = list.flatMap((session, index): Session[] => {
    const place = `${at}.sessions.${index}`;
    if (!isObject(session)) {
      problems.push({ at: place, reason: 'not-an-object' });
      return [];
    }
    const day = session.date === undefined ? votingDay : String(session.date);
    if (!isDate(day)) problems.push({ at: `${place}.date`, reason: 'not-a-date' });
    const hours = hoursOf(session, `${place}.`, problems);
    if (hours === null) problems.push({ at: place, reason: 'empty' });
    return hours === null ? [] : [{ date: day, ...hours }];
  });
  return sessions.sort((a, b) => (`${a.date} ${a.opens}` < `${b.date} ${b.opens}` ? -1 : 1));
}

function zoneGiven(value: unknown, at: string, problems: PlanProblem[]): string | null {
  if (value === undefined) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: String(value) }).resolvedOptions().timeZone;
  } catch {
    // Intl throws RangeError for a zone it does not know; that is the answer.
    problems.push({ at: `${at}.hoursIn`, reason: 'unknown-zone' });
    return null;
  }
}
