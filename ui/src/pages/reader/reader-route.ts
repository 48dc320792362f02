import type { RoleQuery } from '../../../../src/server/api/common.ts';
import type { SearchSort } from '../../../../src/server/api/search.ts';
import type { Params } from '../../router/route.ts';
import { SORT_NAMES } from './reader-texts.ts';

const ROLES: readonly RoleQuery[] = ['leak', 'reference', 'all'];

/** What the list is asked for. */
export interface Question {
  readonly q: string;
  readonly role: RoleQuery;
  readonly sort: SearchSort;
}

export const SORTS = Object.keys(SORT_NAMES) as readonly SearchSort[];

/** The question in the address; what it does not say, or says wrongly, takes its usual value. */
export function questionOf(params: Params): Question {
  return {
    q: params.q ?? '',
    role: ROLES.find((role) => role === params.role) ?? 'leak',
    sort: SORTS.find((sort) => sort === params.sort) ?? 'relevance',
  };
}
