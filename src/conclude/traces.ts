import type { CaseStore, TraceSource } from '../case/store.ts';
import {
  type Carrier,
  clockConflicts,
  derivationMarks,
  derivedClusters,
  documentTimes,
  itemTraces,
  type LastMessage,
  lastMessageOf,
  lateSave,
  saveWindows,
  type TracedDocument,
  TraceGroups,
} from '../examine/traces/index.ts';
import type { ClockConflict, LateSave, Trace, TraceFindings, TraceKind } from '../model/index.ts';
import { TraceNotes } from './trace-notes.ts';
import { byForeign, describeWindow } from './window-traits.ts';

/** The fact that marks it (src/pipeline/items/embedded.ts). */
const EARLIER_STATE = 'earlier-state-of';

/** Findings of one list that are kept. Attack: a million documents, each with clocks that disagree. */
const MOST_TOLD = 50_000;

type Marks = ReturnType<typeof derivationMarks>;

/**
 * Traces over the whole leak (docs/traces.md), once verdicts stand: groups of values and how familiar they are, what
 * was saved after the fact and in batches, clocks that disagree, documents derived from one another. What concerns an
 * item becomes a note of its judgement; no verdict is moved, since to be touched is not to be forged.
 */
export function concludeTraces(store: CaseStore): void {
  const pass = new TracePass();
  for (const source of store.traceSources('reference')) pass.addReference(source);
  for (const source of store.traceSources('leak')) pass.add(source);
  const { findings, notes } = pass.finish();
  store.transaction(() => {
    store.setTraces(pass.groups.groups(), findings);
    store.addReasons(notes.all());
  });
}

type SourceTraces = TraceSource['traces'] | readonly Trace[];

/** Those of a message are counted as they were stored, without a copy that has its date. */
function tracesOf(source: TraceSource): SourceTraces {
  return source.kind === 'message' ? source.traces : itemTraces(source, source.date);
}

/** Holds a few hundred bytes for every document and every value; messages go by. */
class TracePass {
  readonly groups = new TraceGroups();
  readonly #messages = new Map<string, Carrier>();
  readonly #dates: LastMessage[] = [];
  readonly #documents = new Map<string, TracedDocument>();
  readonly #conflicts: ClockConflict[] = [];
  readonly #marks: (Marks & { readonly path: string })[] = [];
  readonly #thumbnails = new Map<string, string>();

  addReference(source: TraceSource): void {
    const traces = tracesOf(source);
    const { id, name, date } = source;
    this.groups.add({ id, name, date, traces, isReference: true, isUsual: true });
  }

  add(source: TraceSource): void {
    const { id, name, path, kind, verdict } = source;
    const isAuthentic = verdict === 'authentic';
    const traces = tracesOf(source);
    const carrier = kind === 'message' ? null : this.#carrierOf(source);
    const date = source.date ?? carrier?.date ?? null;
    this.groups.add({ id, name, date, traces, isReference: false, isUsual: isAuthentic });
    if (kind !== 'message') this.#addFile(source, carrier, traces);
    else if (source.date !== null) {
      this.#messages.set(path, { id, date: source.date, isAuthentic });
      this.#dates.push({ id, date: source.date });
    }
  }

  /** The nearest message around a file, through archives and documents between them. */
  #carrierOf({ path, parent }: TraceSource): Carrier | null {
    if (parent === null) return null;
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
      const message = this.#messages.get(path.slice(0, at));
      if (message !== undefined) return message;
    }
    return null;
  }

  #addFile(source: TraceSource, carrier: Carrier | null, traces: SourceTraces): void {
    const { row, id, name, path, parent, sha256, metadata, facts } = source;
    if (parent !== null && /^thumbnail\.\w{1,5}$/i.test(name)) this.#thumbnails.set(parent, sha256);
    // An earlier state inside of a PDF is part of that PDF, and not a document beside it.
    if (metadata.length === 0 || facts[EARLIER_STATE] !== undefined) return;
    const known = this.#documents.get(sha256);
    if (known !== undefined) {
      known.copies.push({ row, id });
      if (carrier !== null && (known.carrier === null || carrier.date < known.carrier.date))
        known.carrier = carrier;
      return;
    }
    this.#documents.set(sha256, toDocument(source, carrier, traces));
    this.#marks.push({ ...derivationMarks(source, metadata), path });
    for (const conflict of clockConflicts(source)) this.#conflicts.push({ id, name, ...conflict });
  }

  finish(): { readonly findings: TraceFindings; readonly notes: TraceNotes } {
    const documents = [...this.#documents.values()];
    const notes = new TraceNotes(documents);
    const lastMessage = lastMessageOf(this.#dates);
    const found = saveWindows(documents);
    const windows = found.map((each) => describeWindow(each, this.groups)).sort(byForeign);
    const late = documents.flatMap((document) => lateSave(document, lastMessage) ?? []);
    const derived = derivedClusters(
      this.#marks.map((marks) => ({ ...marks, thumbnail: this.#thumbnails.get(marks.path) ?? null })),
    );
    for (const each of found) notes.addWindow(each);
    for (const each of late) notes.addLate(each);
    for (const conflict of this.#conflicts) notes.addConflict(conflict);
    for (const cluster of derived) notes.addDerived(cluster);
    const { usualItems } = this.groups;
    const source = usualItems > 0 ? 'authentic-and-reference' : 'whole-leak';
    const findings: TraceFindings = {
      usual: { source, items: usualItems },
      lastMessage,
      windows,
      late: late.sort(byCause).slice(0, MOST_TOLD),
      conflicts: this.#conflicts.sort(byGap).slice(0, MOST_TOLD),
      derived,
    };
    return { findings, notes };
  }
}

/** Those that nothing innocent explains first. */
function byCause(a: LateSave, b: LateSave): number {
  return Number(a.cause !== null) - Number(b.cause !== null) || b.gapSeconds - a.gapSeconds;
}

function byGap(a: ClockConflict, b: ClockConflict): number {
  return b.gapSeconds - a.gapSeconds;
}

function toDocument(source: TraceSource, carrier: Carrier | null, traces: SourceTraces): TracedDocument {
  const { row, id, name, path, type, kind, metadata } = source;
  const first = (field: string) => metadata.find((each) => each.field === field)?.value ?? null;
  const menus = valuesOf(traces, 'interface-language');
  return {
    row,
    id,
    name,
    path,
    type,
    isImage: kind === 'image',
    ...documentTimes(source),
    author: first('author'),
    lastAuthor: first('last-author') ?? first('last-user') ?? first('write-access'),
    application: valuesOf(traces, 'application')[0] ?? null,
    languages: menus.length > 0 ? menus.slice(0, 3) : valuesOf(traces, 'language').slice(0, 3),
    carrier,
    copies: [],
  };
}

function valuesOf(traces: SourceTraces, kind: TraceKind): readonly string[] {
  return [...new Set(traces.filter((trace) => trace.kind === kind).map(({ value }) => value))];
}
