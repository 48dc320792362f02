import type { CaseStore, TraceGroupOptions } from '../../case/store.ts';
import { type Familiarity, TRACE_KINDS, type TraceGroup, type TraceKind } from '../../model/index.ts';

/** What mail gets on its way, and programs write into every message. */
const OF_ROUTE: ReadonlySet<TraceKind> = new Set(['time-zone', 'ip', 'host', 'x-mailer']);

/** The traces found, and whether the store has more. */
export interface FoundGroups {
  readonly groups: readonly TraceGroup[];
  readonly more: boolean;
}

/**
 * Traces of one kind or of all, `limit` at most, in the store's order. Of files, or of the way of mail, each kind has the same
 * room, or a thousand names of machines would leave none for the people; those least usual come first, and people before
 * machines.
 */
export function traceGroups(
  store: CaseStore,
  wanted: TraceKind | 'file' | 'route' | null,
  { limit, ...options }: { readonly limit: number; readonly value?: string },
): FoundGroups {
  if (wanted === null) return first(store, options, limit);
  if (wanted !== 'file' && wanted !== 'route') return first(store, { ...options, kind: wanted }, limit);
  const kinds = TRACE_KINDS.filter((kind) => OF_ROUTE.has(kind) === (wanted === 'route'));
  const found = kinds.map((kind) => first(store, { ...options, kind }, Math.floor(limit / kinds.length)));
  return {
    groups: found.flatMap(({ groups }) => groups).sort(byFamiliarity),
    more: found.some(({ more }) => more),
  };
}

function first(store: CaseStore, options: TraceGroupOptions, limit: number): FoundGroups {
  const found = [...store.traceGroups({ ...options, limit: limit + 1 })];
  return { groups: found.slice(0, limit), more: found.length > limit };
}

const PLACES: Readonly<Record<Familiarity, number>> = { unseen: 0, seldom: 1, unknown: 2, usual: 3 };

/** Kinds, and within them the store's order, stay as they are. */
function byFamiliarity(a: TraceGroup, b: TraceGroup): number {
  return PLACES[a.familiarity] - PLACES[b.familiarity];
}
