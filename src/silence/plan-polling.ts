import type { Polling, Session } from './election.ts';
import { isDate, isTime } from './local-time.ts';
import { territoryById } from './places/index.ts';
import type { PlanProblem } from './plan-problem.ts';

/** A plan made to exhaust memory is refused: no country has more groups of polls, no vote more days. */
const MOST_GROUPS = 100;
const MOST_SESSIONS = 60;

/** The hours of `opens` and `closes`, in local time; null where neither is there, or what is there is told as a problem. */
export function hoursOf(
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

/** The groups of territories of `polling`. */
export function pollingGiven(value: unknown, date: string, problems: PlanProblem[]): Polling[] {
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
  const sessions = sessionsGiven(value, `${at}.`, votingDay, problems);
  const hoursIn = zoneGiven(value.hoursIn, at, problems);
  return [
    { territories, votingDay, sessions, confidence: 'moderate', ...(hoursIn === null ? {} : { hoursIn }) },
  ];
}

/** The days of `sessions`, in the order of time; a day that is not given is the day of voting. */
export function sessionsGiven(
  value: Readonly<Record<string, unknown>>,
  at: string,
  votingDay: string,
  problems: PlanProblem[],
): Session[] {
  if (value.sessions === undefined) {
    const hours = hoursOf(value, at, problems);
    if (hours === null) problems.push({ at: `${at}sessions`, reason: 'empty' });
    return hours === null ? [] : [{ date: votingDay, ...hours }];
  }
  const list: readonly unknown[] = Array.isArray(value.sessions) ? value.sessions : [];
  if (list.length === 0) problems.push({ at: `${at}sessions`, reason: 'empty' });
  if (list.length > MOST_SESSIONS) {
    problems.push({ at: `${at}sessions`, reason: 'too-many' });
    return [];
  }
  const sessions = list.flatMap((session, index): Session[] => {
    const place = `${at}sessions.${index}`;
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
  sessions.sort((a, b) => (`${a.date} ${a.opens}` < `${b.date} ${b.opens}` ? -1 : 1));
  // A silence would end before it begins: the day of voting, or the days of the polls, are mistaken.
  const last = sessions.at(-1);
  if (last !== undefined && isDate(last.date) && last.date < votingDay)
    problems.push({ at: `${at}sessions`, reason: 'before-voting-day' });
  return sessions;
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

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
