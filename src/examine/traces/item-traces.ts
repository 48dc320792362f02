import type { Trace } from '../../model/index.ts';
import type { DocumentAbout } from './document-times.ts';
import { documentTraces } from './document-traces.ts';
import type { HeaderTrace } from './message-traces.ts';

/** What traces are made from, of a stored item or a row of the pass over the leak. */
export interface TracedItem extends DocumentAbout {
  readonly traces?: readonly HeaderTrace[];
  readonly facts?: Readonly<Record<string, string>>;
}

/**
 * All traces of an item, whatever its kind.
 *
 * @param date of a message: what a trace in its headers is dated by
 */
export function itemTraces(item: TracedItem, date: string | null): readonly Trace[] {
  const headers = (item.traces ?? []).map((trace) => ({ ...trace, time: date }));
  return [...headers, ...documentTraces(item), ...ownerTraces(item.facts ?? {})];
}

/** Who owned a file in a tar, by name. */
function ownerTraces({ user, modified }: Readonly<Record<string, string>>): readonly Trace[] {
  if (user === undefined || user === '' || user === 'root') return [];
  return [{ kind: 'user-name', value: user, where: 'archive entry, owner', time: modified ?? null }];
}
