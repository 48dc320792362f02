import type { TraceSource } from '../../case/store.ts';
import {
  type Carrier,
  clockConflicts,
  type DerivationMarks,
  derivationMarks,
  documentTimes,
  isOfProgram,
  isOwnPlace,
  itemTraces,
  type TraceCounts,
  type TracedDocument,
  TraceGroups,
} from '../../examine/traces/index.ts';
import type { ClockConflict, Trace, TraceKind } from '../../model/index.ts';
import type { Part } from './part.ts';
import type { Piece } from './piece-reader.ts';

/** A document, once for all copies of its bytes, with what it tells by itself. */
export interface TracedFile {
  readonly sha256: string;
  readonly document: TracedDocument;
  readonly marks: DerivationMarks;
  readonly conflicts: readonly ClockConflict[];
}

export interface CountedTraces {
  readonly counts: TraceCounts;
  readonly files: readonly TracedFile[];
  /** Previews that are items of their own, by the path of their document. */
  readonly thumbnails: readonly (readonly [path: string, sha256: string])[];
}

/** Traces of the items of a piece, counted; verdicts stand. */
export const countTraces: Part<null, Piece, CountedTraces> = {
  prepare({ store }) {
    return ({ role, range }) => {
      const counting = new TraceCounting();
      for (const source of store.traceSources(role, range)) {
        if (role === 'reference') counting.addReference(source);
        else counting.add(source);
      }
      return counting.found();
    };
  },
};

/** The fact that marks it (src/pipeline/items/embedded.ts). */
const EARLIER_STATE = 'earlier-state-of';

type SourceTraces = TraceSource['traces'] | readonly Trace[];

/** Those of a message are counted as they were stored, without a copy that has its date. */
function tracesOf(source: TraceSource): SourceTraces {
  return source.kind === 'message' ? source.traces : itemTraces(source, source.date);
}

/** Holds a few hundred bytes for every document and every value; messages go by. */
class TraceCounting {
  readonly #groups = new TraceGroups();
  readonly #messages = new Map<string, Carrier>();
  readonly #files = new Map<string, TracedFile>();
  readonly #thumbnails: [string, string][] = [];

  found(): CountedTraces {
    return {
      counts: this.#groups.counts(),
      files: [...this.#files.values()],
      thumbnails: this.#thumbnails,
    };
  }

  addReference(source: TraceSource): void {
    const traces = tracesOf(source);
    const { id, name, date } = source;
    this.#groups.add({ id, name, date, traces, isReference: true, isUsual: true });
  }

  add(source: TraceSource): void {
    const { id, name, path, kind, verdict } = source;
    const isAuthentic = verdict === 'authentic';
    const traces = tracesOf(source);
    const carrier = kind === 'message' ? null : this.#carrierOf(source);
    const date = source.date ?? carrier?.date ?? null;
    this.#groups.add({ id, name, date, traces, isReference: false, isUsual: isAuthentic });
    if (kind !== 'message') this.#addFile(source, carrier, traces);
    else if (source.date !== null) this.#messages.set(path, { id, date: source.date, isAuthentic });
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
    const { row, id, name, parent, sha256, metadata, facts } = source;
    const isPreview = parent !== null && /^thumbnail\.\w{1,5}$/i.test(name);
    if (isPreview && !isOfProgram(sha256)) this.#thumbnails.push([parent, sha256]);
    // An earlier state inside of a PDF is part of that PDF, and not a document beside it.
    if (metadata.length === 0 || facts[EARLIER_STATE] !== undefined) return;
    const known = this.#files.get(sha256)?.document;
    if (known !== undefined) {
      known.copies.push({ row, id });
      known.carrier = earlier(known.carrier, carrier);
      return;
    }
    const conflicts = clockConflicts(source).map((conflict) => ({ id, name, ...conflict }));
    const marks = derivationMarks(metadata);
    this.#files.set(sha256, { sha256, document: toDocument(source, carrier, traces), marks, conflicts });
  }
}

/** Of two messages that carry the same bytes, the one that is dated first. */
export function earlier(known: Carrier | null, other: Carrier | null): Carrier | null {
  if (known === null || other === null) return known ?? other;
  return other.date < known.date ? other : known;
}

function toDocument(source: TraceSource, carrier: Carrier | null, traces: SourceTraces): TracedDocument {
  const { row, id, name, path, type, kind, metadata } = source;
  const own = metadata.filter(({ where }) => isOwnPlace(where));
  const first = (field: string) => own.find((each) => each.field === field)?.value ?? null;
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
    languages: valuesOf(traces, 'interface-language').slice(0, MOST_LANGUAGES),
    textLanguages: valuesOf(traces, 'language').slice(0, MOST_LANGUAGES),
    carrier,
    copies: [],
  };
}

const MOST_LANGUAGES = 3;

function valuesOf(traces: SourceTraces, kind: TraceKind): readonly string[] {
  const own = traces.filter((trace) => trace.kind === kind && isOwnPlace(trace.where));
  return [...new Set(own.map(({ value }) => value))];
}
