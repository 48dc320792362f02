import {
  ELECTIONS,
  type Election,
  electionById,
  electionFrom,
  silenceJson,
  silenceReport,
} from '../../silence/index.ts';
import type { ElectionJson } from '../api/silence.ts';
import { type Answer, json } from '../http/answer.ts';
import { HttpError } from '../http/http-error.ts';
import type { Route, RouteRequest } from '../http/router.ts';
import { momentOf } from './told.ts';

/** The clock of electoral silence. */
export const silenceRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/silence/elections',
    handle: () =>
      json(ELECTIONS.map(({ id, country, date, name }): ElectionJson => ({ id, country, date, name }))),
  },
  { method: 'GET', path: '/api/silence', handle: silence },
];

function silence({ query, context }: RouteRequest): Answer {
  const now = context.now();
  const id = query.text('election', 100);
  const election = id === null ? nextOrLast(now.toISOString().slice(0, 10)) : electionById(id);
  if (election === null)
    throw new HttpError(404, 'no-election', {
      en: 'No such election is known.',
      fr: 'Aucune élection de ce nom n’est connue.',
    });
  const at = query.text('at', 40);
  const told = at !== null && at !== '';
  const ms = told ? momentOf('at', at, query.text('zone', 64)) : now.getTime();
  return json(silenceJson(silenceReport({ election, at: ms, told })));
}

/** Where no election is to come that is known, the last there was. */
function nextOrLast(day: string): Election | null {
  return electionFrom(day) ?? ELECTIONS.toSorted((a, b) => (a.date < b.date ? -1 : 1)).at(-1) ?? null;
}
