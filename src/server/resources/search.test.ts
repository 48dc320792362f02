import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Parameters } from '../http/parameters.ts';
import type { RouteRequest } from '../http/router.ts';
import { searchRoutes } from './search.ts';

/** A request whose caller hangs up after so many looks; of the case, only what is looked at is there. */
function hungUp(looks: number): { readonly request: RouteRequest; readonly counted: string[] } {
  const counted: string[] = [];
  let left = looks;
  const view = {
    hits: () => new Uint32Array(0),
    counted: (name: string) => counted.push(name),
    find: () => counted.push('find'),
  };
  const request = {
    query: new Parameters(new URLSearchParams({ q: 'budget' })),
    context: { view: { current: view } },
    isGone: () => left-- <= 0,
  } as unknown as RouteRequest;
  return { request, counted };
}

for (const [path, looks, worked] of [
  ['/api/facets', 3, ['facet verdict', 'facet reason', 'facet mark']],
  ['/api/facets', 0, []],
  ['/api/search', 0, []],
] as const)
  it(`works nothing out at ${path} for a caller who is gone after ${looks} looks`, async () => {
    const { request, counted } = hungUp(looks);
    const route = searchRoutes.find((each) => each.path === path);
    await assert.rejects(async () => route?.handle(request), { code: 'caller-gone' });
    assert.deepEqual(counted, worked);
  });
