import type { CaseStore } from '../../case/store.ts';
import { DECOY_LIKENESSES } from '../../model/decoy-match.ts';
import type { DecoysJson } from '../api/decoys.ts';
import { json } from '../http/answer.ts';
import type { Route, RouteRequest } from '../http/router.ts';
import { TABLE_VERDICTS } from '../table/case-table.ts';
import { searchRow } from './search.ts';

/** What of the leak was planted by its owner. The ledger stays with whoever holds it; the case keeps marks. */
export const decoyRoutes: readonly Route[] = [
  { method: 'GET', path: '/api/decoys', handle: (request) => json(decoys(request)) },
];

function decoys({ query, context }: RouteRequest): DecoysJson {
  const { offset, limit } = query.page({ default: 100, max: 500 });
  const view = context.view.current;
  const { table } = view;
  const { items } = view.find('is:decoy', 'leak', 'date');
  const rowOf = (item: number): number => table.rows[item] ?? 0;
  const matches = Array.from(items, (item) => table.decoys.get(rowOf(item)));
  const rows = Array.from(items.subarray(offset, offset + limit), rowOf);
  return {
    held: lastHeld(context.store),
    total: items.length,
    offset,
    rows: context.store.hits(rows, null).map((hit) => searchRow(hit, context)),
    decoys: new Set(matches.map((match) => match?.id)).size,
    likenesses: DECOY_LIKENESSES.map((likeness) => ({
      likeness,
      count: matches.filter((match) => match?.as === likeness).length,
    })),
    verdicts: TABLE_VERDICTS.map((verdict, at) => ({
      verdict,
      count: items.reduce((sum, item) => sum + (table.verdict[item] === at ? 1 : 0), 0),
    })),
  };
}

/** When a ledger was last held against the leak; null where none was. */
function lastHeld(store: CaseStore): DecoysJson['held'] {
  let last: DecoysJson['held'] = null;
  for (const { action, time } of store.custody()) if (action === 'decoys-marked') last = { time };
  return last;
}
