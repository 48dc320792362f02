import { json } from '../http/answer.ts';
import type { Parameters } from '../http/parameters.ts';
import type { Route } from '../http/router.ts';
import type { SpreadQuestion } from '../live/spread-reports.ts';

/** How the leak was pushed, from the posts of the case. */
export const spreadRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/spread',
    handle: async ({ query, context }) => json(await context.spread.report(questionOf(query))),
  },
  {
    method: 'GET',
    path: '/api/spread/posts',
    handle: async ({ query, context }) => {
      const { offset, limit } = query.page({ default: 50, max: 500 });
      const account = query.text('account', 200);
      const id = query.text('id', 200);
      const [lang, place] = [query.text('lang', 20), query.text('place', 500)];
      const question = { ...questionOf(query), account, id, lang, place, offset, limit };
      return json({ ...(await context.spread.posts(question)), offset });
    },
  },
];

function questionOf(query: Parameters): SpreadQuestion {
  const tag = query.text('tag', 200);
  const time = (name: string): number | null =>
    query.text(name) === null ? null : query.number(name, { default: 0, min: -8.64e15, max: 8.64e15 });
  return { tag: tag === null || tag === '' ? null : tag, from: time('from'), to: time('to') };
}
