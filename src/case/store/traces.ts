import type {
  DocumentClock,
  ItemKind,
  ItemRole,
  MetadataField,
  Trace,
  TraceFindings,
  TraceGroup,
  TraceKind,
  Verdict,
} from '../../model/index.ts';
import type { PathRange } from './messages.ts';

/** What the traces of an item are made from. */
export interface TraceSource {
  readonly row: number;
  readonly id: string;
  readonly path: string;
  readonly parent: string | null;
  readonly role: ItemRole;
  readonly kind: ItemKind;
  readonly type: string;
  readonly name: string;
  readonly sha256: string;
  /** Of a message, ISO 8601. */
  readonly date: string | null;
  readonly verdict: Verdict | null;
  /** Of a document; empty for a message. */
  readonly metadata: readonly MetadataField[];
  readonly clocks: readonly DocumentClock[];
  readonly facts: Readonly<Record<string, string>>;
  /** Of a message; empty for a document. */
  readonly traces: readonly Omit<Trace, 'time'>[];
}

export interface TraceGroupOptions {
  readonly kind?: TraceKind;
  /** A part of the value; case does not matter. */
  readonly value?: string;
  readonly limit?: number;
}

/** Who and what touched the files: what traces are made from, and the groups that were made of them. */
export interface TraceStore {
  /** Every message and file, in path order, with what traces are made from; safe to write while iterating. */
  traceSources(role: ItemRole, range?: PathRange): IterableIterator<TraceSource>;
  /** Replaces all groups and findings. */
  setTraces(groups: Iterable<TraceGroup>, findings: TraceFindings): void;
  /** What belongs least to the usual set first, then what most items bear. */
  traceGroups(options: TraceGroupOptions): IterableIterator<TraceGroup>;
  /** Null in a case that was sifted before traces were looked for. */
  traceFindings(): TraceFindings | null;
}
