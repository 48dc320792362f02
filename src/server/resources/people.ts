import type { PeopleJson } from '../api/people.ts';
import { json } from '../http/answer.ts';
import { badRequest } from '../http/http-error.ts';
import type { Route, RouteRequest } from '../http/router.ts';
import { peopleOf } from '../table/people.ts';

const DAY_MS = 86_400_000;

export const peopleRoutes: readonly Route[] = [
  { method: 'GET', path: '/api/people', handle: (request) => json(people(request)) },
];

function people({ query, context }: RouteRequest): PeopleJson {
  const text = query.text('q') ?? '';
  const from = dayOf(query.text('from'), 'from');
  const to = dayOf(query.text('to'), 'to');
  const mostEdges = query.number('limit', { default: 1_000, min: 0, max: 5_000 });
  const view = context.view.current;
  return view.counted(`people ${from} ${to} ${mostEdges}`, 'leak', text, () =>
    peopleOf(view.table, {
      items: view.hits(text, 'leak'),
      from: from ?? Number.NEGATIVE_INFINITY,
      // The day named is included.
      to: to === null ? Number.POSITIVE_INFINITY : to + DAY_MS,
      mostEdges,
    }),
  );
}

function dayOf(text: string | null, name: string): number | null {
  if (text === null || text === '') return null;
  const ms = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(ms)) throw badRequest(`"${name}" is a day as 2017-05-05.`);
  return ms;
}
