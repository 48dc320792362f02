import type { SearchHit } from '../../case/store.ts';
import { searchLine } from '../../show/json/index.ts';
import {
  FACETS,
  type Facet,
  type FacetsJson,
  SEARCH_SORTS,
  type SearchJson,
  type SearchRow,
} from '../api/search.ts';
import type { ServerContext } from '../context.ts';
import { json } from '../http/answer.ts';
import { badRequest, callerGone } from '../http/http-error.ts';
import type { Route, RouteRequest } from '../http/router.ts';
import type { CaseTable } from '../table/case-table.ts';
import { facetOf } from '../table/facets.ts';
import { markFacet } from '../table/mark-facet.ts';
import { tagFacet } from './tag-facet.ts';

const ROLE_WORDS = ['leak', 'reference', 'all'] as const;

export const searchRoutes: readonly Route[] = [
  { method: 'GET', path: '/api/search', handle: async (request) => json(await search(request)) },
  { method: 'GET', path: '/api/facets', handle: async (request) => json(await facets(request)) },
];

/** Of questions that came while one was answered, those given up meanwhile are not worked out: somebody types fast. */
async function search({ query, context, isGone }: RouteRequest): Promise<SearchJson> {
  await nextTurn();
  if (isGone()) throw callerGone();
  if (query.word('newest', ['0', '1'], '0') === '1') await context.view.newest();
  const started = performance.now();
  const text = query.text('q') ?? '';
  const role = query.word('role', ROLE_WORDS, 'leak');
  const { offset, limit } = query.page({ default: 100, max: 500 });
  const view = context.view.current;
  const { items, sort } = view.find(text, role, query.word('sort', SEARCH_SORTS, 'relevance'));
  const rows = Array.from(items.subarray(offset, offset + limit), (item) => view.table.rows[item] ?? 0);
  const withSnippets = query.word('snippets', ['0', '1'], '1') === '1' && text.trim() !== '';
  const hits = context.store.hits(rows, withSnippets ? text : null);
  return {
    query: text,
    sort,
    foundAt: placeOf(query.text('find') ?? '', items, view.table),
    total: items.length,
    offset,
    rows: hits.map((hit) => searchRow(hit, context)),
    took: Math.round((performance.now() - started) * 10) / 10,
  };
}

function placeOf(id: string, items: Uint32Array, { ids }: CaseTable): number | null {
  const item = id === '' ? -1 : ids.indexOf(id);
  const place = item < 0 ? -1 : items.indexOf(item);
  return place < 0 ? null : place;
}

/** A line of the list from one of the store. */
export function searchRow(
  hit: SearchHit,
  { reviews, view }: Pick<ServerContext, 'reviews' | 'view'>,
): SearchRow {
  return {
    ...searchLine(hit),
    type: hit.type,
    name: hit.name,
    decoy: view.current.table.decoys.get(hit.row) ?? null,
    reasons: hit.reasons.map(({ code }) => code),
    snippet: hit.snippet,
    review: reviews.marks(hit.id),
  };
}

/** One after the other, and a search asked for meanwhile goes in between: a count may wait, the list may not. */
async function facets({ query, context, isGone }: RouteRequest): Promise<FacetsJson> {
  const started = performance.now();
  const text = query.text('q') ?? '';
  const role = query.word('role', ROLE_WORDS, 'leak');
  const wanted = (query.text('names') ?? '').split(',').filter((name) => name !== '');
  for (const name of wanted)
    if (!FACETS.some((known) => known === name)) throw badRequest(`There is no facet "${name}".`);
  const view = context.view.current;
  const items = view.hits(text, role);
  const names = FACETS.filter((name) => wanted.length === 0 || wanted.includes(name));
  const counted: Facet[] = [];
  for (const name of names) {
    await nextTurn();
    if (isGone()) throw callerGone();
    counted.push(
      name === 'tag'
        ? tagFacet(context.reviews, view.table, items)
        : view.counted(`facet ${name}`, role, text, () =>
            name === 'mark' ? markFacet(view, items) : facetOf(view.table, items, name),
          ),
    );
  }
  return {
    query: text,
    total: items.length,
    facets: counted,
    took: Math.round((performance.now() - started) * 10) / 10,
  };
}

/** Other requests, and what is known of connections, first. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
