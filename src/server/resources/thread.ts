import type { SearchHit } from '../../case/store.ts';
import type { ThreadJson } from '../api/item.ts';
import { json } from '../http/answer.ts';
import type { Route, RouteRequest } from '../http/router.ts';
import { itemOf } from './item-of.ts';
import { searchRow } from './search.ts';

/** A thread of a mailing list has hundreds; nobody reads thousands. */
const MOST_MESSAGES = 500;

export const threadRoutes: readonly Route[] = [
  { method: 'GET', path: '/api/items/:id/thread', handle: (request) => json(threadOf(request)) },
];

function threadOf({ path, context }: RouteRequest): ThreadJson {
  const { store, view } = context;
  const item = itemOf(store, path.id ?? '');
  if (item.thread === null) {
    const own = store.hits([item.row], null);
    return { thread: null, messages: own.map((hit) => placed(hit, null, 0)), more: false };
  }
  const { table } = view.current;
  const number = table.threads.find(item.thread);
  const rows: number[] = [];
  table.thread.forEach((thread, each) => {
    if (thread === number) rows.push(table.rows[each] ?? 0);
  });
  const hits = store
    .hits(rows.slice(0, MOST_MESSAGES), null)
    .toSorted((a, b) => ((a.date ?? '9') < (b.date ?? '9') ? -1 : 1));
  const parents = parentsOf(hits, (row) => store.itemByRow(row)?.message ?? null);
  return {
    thread: item.thread,
    messages: hits.map((hit) => placed(hit, parents.get(hit.id) ?? null, depthOf(hit.id, parents))),
    more: rows.length > MOST_MESSAGES,
  };

  function placed(hit: SearchHit, parent: string | null, depth: number) {
    return { ...searchRow(hit, context), parent, depth };
  }
}

interface Named {
  readonly inReplyTo: readonly string[];
  readonly references: readonly string[];
}

/** By the ids a message names, the nearest first (RFC 5322 3.6.4); only messages of the thread count. */
function parentsOf(
  hits: readonly SearchHit[],
  messageOf: (row: number) => Named | null,
): ReadonlyMap<string, string> {
  const byMessageId = new Map<string, string>();
  for (const { messageId, id } of hits)
    if (messageId !== null && !byMessageId.has(messageId)) byMessageId.set(messageId, id);
  const parents = new Map<string, string>();
  for (const { id, row } of hits) {
    const message = messageOf(row);
    const named = [...(message?.inReplyTo ?? []), ...(message?.references.toReversed() ?? [])];
    const parent = named
      .map((each) => byMessageId.get(each))
      .find((each) => each !== undefined && each !== id);
    if (parent !== undefined) parents.set(id, parent);
  }
  return parents;
}

/** Attack: messages that each name the other as the one answered. */
const DEEPEST = 50;

function depthOf(id: string, parents: ReadonlyMap<string, string>): number {
  let depth = 0;
  for (let at = parents.get(id); at !== undefined && depth < DEEPEST; at = parents.get(at)) depth++;
  return depth;
}
