import { organisationalDomain } from '../../examine/dkim/alignment.ts';
import { itemTraces } from '../../examine/traces/index.ts';
import { TRACE_KINDS, type TraceGroup, type TraceKind } from '../../model/index.ts';
import type { BatchJson, ItemTracesJson, TraceJson, TracesJson } from '../api/traces.ts';
import { json } from '../http/answer.ts';
import { badRequest } from '../http/http-error.ts';
import type { Route, RouteRequest } from '../http/router.ts';
import { quotedValue } from '../table/facets.ts';
import { itemOf } from './item-of.ts';
import { traceGroups } from './trace-groups.ts';

/** Attack: a leak whose messages name a million hosts. */
const MOST_TRACES = 1_000;

export const traceRoutes: readonly Route[] = [
  { method: 'GET', path: '/api/traces', handle: (request) => json(traces(request)) },
  { method: 'GET', path: '/api/items/:id/traces', handle: (request) => json(tracesOfItem(request)) },
];

function traces({ query, context }: RouteRequest): TracesJson {
  const limit = query.number('limit', { default: 200, min: 1, max: MOST_TRACES });
  const kind = kindOf(query.text('kind', 40));
  const of = query.text('of', 10);
  if (of !== null && of !== 'file' && of !== 'route') throw badRequest('"of" is one of: file, route.');
  const value = query.text('value', 200);
  const options = { limit, ...(value !== null && value !== '' && { value }) };
  const { groups, more } = traceGroups(context.store, kind ?? of, options);
  const findings = context.store.traceFindings();
  return {
    available: findings !== null,
    traces: groups.map(traceJson),
    more,
    batches: (findings?.windows ?? []).map((window, at): BatchJson => ({ id: String(at + 1), ...window })),
    late: findings?.late ?? [],
    conflicts: findings?.conflicts ?? [],
    derived: findings?.derived ?? [],
    usual: findings?.usual ?? null,
    lastMessage: findings?.lastMessage ?? null,
  };
}

function kindOf(text: string | null): TraceKind | null {
  if (text === null || text === '') return null;
  const found = TRACE_KINDS.find((kind) => kind === text);
  if (found === undefined) throw badRequest(`"kind" is one of: ${TRACE_KINDS.join(', ')}.`);
  return found;
}

function traceJson({
  kind,
  value,
  items,
  first,
  last,
  roles,
  familiarity,
  surprise,
  examples,
}: TraceGroup): TraceJson {
  const query = queryFor(kind, value);
  const domain = kind === 'host' ? organisationalDomain(value) : null;
  return { kind, value, domain, count: items, first, last, roles, familiarity, surprise, examples, query };
}

/** Only what the query language finds by the same words. */
function queryFor(kind: TraceKind, value: string): string | null {
  if (!/[\p{L}\p{N}]/u.test(value)) return null;
  if (kind === 'person') return `author:${quotedValue(value)}`;
  return kind === 'application' ? `app:${quotedValue(value)}` : null;
}

function tracesOfItem({ path, context }: RouteRequest): ItemTracesJson {
  const item = itemOf(context.store, path.id ?? '');
  const findings = context.store.traceFindings();
  const here = ({ id }: { readonly id: string }): boolean => id === item.id;
  return {
    available: findings !== null,
    traces: itemTraces(item, item.message?.date ?? null),
    batches: (findings?.windows ?? []).flatMap(({ files }, at) =>
      files.some((file) => file.id === item.id || file.copies.includes(item.id)) ? [String(at + 1)] : [],
    ),
    late: findings?.late.filter(here) ?? [],
    conflicts: findings?.conflicts.filter(here) ?? [],
  };
}
