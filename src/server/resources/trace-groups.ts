import type { CaseStore, TraceGroupOptions } from '../../case/store.ts';
import { type Familiarity, TRACE_KINDS, type TraceGroup, type TraceKind } from '../../model/index.ts';

/** What mail gets on its way, and programs write into every message. */
const OF_ROUTE: ReadonlySet<TraceKind> = new Set(['time-zone', 'ip', 'host', 'x-mailer']);

/** Traces of one kind, of files, of the way of mail, or all of them; in the store's order, `options.limit` of them at most. */
export function grouped(
  store: CaseStore,
  wanted: TraceKind | 'file' | 'route' | null,
  options: Omit<TraceGroupOptions, 'kind'>,
): readonly TraceGroup[] {
  if (wanted === null) return [...store.traceGroups(options)];
  if (wanted !== 'file' && wanted !== 'route') return [...store.traceGroups({ ...options, kind: wanted })];
  const kinds = TRACE_KINDS.filter((kind) => OF_ROUTE.has(kind) === (wanted === 'route'));
  const found = kinds.flatMap((kind) => [...store.traceGroups({ ...options, kind })]);
  return found.sort(byOrder).slice(0, options.limit);
}

const PLACES: Readonly<Record<Familiarity, number>> = { unseen: 0, seldom: 1, unknown: 2, usual: 3 };

/** The store's own order: the least usual first, among them what most items bear. */
function byOrder(a: TraceGroup, b: TraceGroup): number {
  return PLACES[a.familiarity] - PLACES[b.familiarity] || b.items - a.items || b.surprise - a.surprise;
}
