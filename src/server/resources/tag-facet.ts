import type { Facet } from '../api/search.ts';
import type { Reviews } from '../live/reviews.ts';
import type { CaseTable } from '../table/case-table.ts';
import { quotedValue } from '../table/facets.ts';

/** Tags of the hits. Few items have any, so these are gone through and not the hits. */
export function tagFacet(reviews: Reviews, table: CaseTable, items: Uint32Array): Facet {
  const reviewed = new Set(reviews.reviewed());
  const counts = new Map<string, number>();
  if (reviewed.size > 0)
    for (const item of items) {
      const id = table.ids[item] ?? '';
      if (!reviewed.has(id)) continue;
      for (const tag of reviews.marks(id).tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    }
  const values = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return {
    name: 'tag',
    values: values.map(([value, count]) => ({ value, count, query: `tag:${quotedValue(value)}` })),
    more: false,
  };
}
