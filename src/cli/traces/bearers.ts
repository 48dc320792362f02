import type { CaseStore } from '../../case/store.ts';
import { itemTraces } from '../../examine/traces/index.ts';
import type { ItemName, Trace, TraceKind } from '../../model/index.ts';

/** An item with the traces that were asked for. */
export interface Bearer extends ItemName {
  readonly path: string;
  readonly traces: readonly Trace[];
}

/** Items of the leak that bear a value, or a part of one, in path order. Reads the traces of the whole leak. */
export function* bearersOf(store: CaseStore, value: string, kind: TraceKind | undefined): Generator<Bearer> {
  const wanted = value.toLowerCase();
  for (const source of store.traceSources('leak')) {
    const traces = itemTraces(source, source.date).filter(
      (trace) => (kind === undefined || trace.kind === kind) && trace.value.toLowerCase().includes(wanted),
    );
    if (traces.length > 0) yield { id: source.id, name: source.name, path: source.path, traces };
  }
}
