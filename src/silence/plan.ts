import type { Language, Text } from '../model/text.ts';
import { ELECTION_KINDS, type Election, type ElectionKind } from './election.ts';
import { pollingOf, pollingOn } from './elections/index.ts';
import { isDate } from './local-time.ts';
import { USUAL_HOURS } from './places/index.ts';
import { hoursOf, pollingGiven, sessionsGiven } from './plan-polling.ts';
import type { PlanProblem } from './plan-problem.ts';

export type { PlanProblem } from './plan-problem.ts';

/** An election as a user describes it, in a file (docs/schema/silence-plan.json) or by flags. */
export type ReadPlan =
  | { readonly type: 'plan'; readonly election: Election }
  | { readonly type: 'bad'; readonly problems: readonly PlanProblem[] };

/**
 * Reads and completes a description; hours that are not given are the usual ones of the country. `sessions` are the days and
 * hours of voting everywhere, or in metropolitan France; `polling` those of each territory. Never throws.
 */
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
  const sessions = value.sessions === undefined ? null : sessionsGiven(value, '', date, problems);
  if (sessions !== null && (given !== null || hours !== null))
    problems.push({ at: 'sessions', reason: 'said-twice' });
  if (problems.length > 0 || kind === null) return bad(problems);
  const polling =
    given ??
    (sessions === null
      ? pollingOf(country, kind, date, hours, hours === null ? 'low' : 'moderate')
      : pollingOn(country, kind, date, sessions)) ??
    [];
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
