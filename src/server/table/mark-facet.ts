import type { RoleQuery } from '../api/common.ts';
import type { Facet } from '../api/search.ts';
import type { CaseView } from './case-view.ts';

/** What is said of items beside their verdict, in a fixed order: planted decoys first. */
export function markFacet(view: CaseView, items: Uint32Array): Facet {
  const { decoys, rows, duplicateOf, failure, count } = view.table;
  // Asked of the store once for a state of the case: which texts are near copies is in no column.
  const isNear = view.made('near-duplicates', () => marked(view, 'is:near-duplicate', 'all', count));
  const counts = { decoy: 0, 'near-duplicate': 0, duplicate: 0, failed: 0 };
  for (const item of items) {
    if (decoys.size > 0 && decoys.has(rows[item] ?? -1)) counts.decoy++;
    if (isNear[item] === 1) counts['near-duplicate']++;
    if ((duplicateOf[item] ?? -1) >= 0) counts.duplicate++;
    if ((failure[item] ?? -1) >= 0) counts.failed++;
  }
  const values = Object.entries(counts).flatMap(([value, each]) =>
    each === 0 ? [] : [{ value, count: each, query: `is:${value}` }],
  );
  return { name: 'mark', values, more: false };
}

function marked(view: CaseView, query: string, role: RoleQuery, count: number): Uint8Array {
  const marks = new Uint8Array(count);
  for (const item of view.hits(query, role)) marks[item] = 1;
  return marks;
}
