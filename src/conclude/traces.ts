import type { CaseStore } from '../case/store.ts';
import {
  type DatedMessages,
  derivedClusters,
  lastMessageOf,
  lateSave,
  saveWindows,
  TraceGroups,
} from '../examine/traces/index.ts';
import type { ClockConflict, LateSave, TraceFindings } from '../model/index.ts';
import { type CountedTraces, earlier, type TracedFile } from './parts/count-traces.ts';
import type { PartRunner } from './parts/part-runner.ts';
import type { Piece } from './parts/piece-reader.ts';
import { TraceNotes } from './trace-notes.ts';
import { byForeign, describeWindow } from './window-traits.ts';

/** Findings of one list that are kept. Attack: a million documents, each with clocks that disagree. */
const MOST_TOLD = 50_000;

/**
 * Traces over the whole leak (docs/traces.md), once verdicts stand: groups of values and how familiar they are, what
 * was saved after the fact and in batches, clocks that disagree, documents derived from one another. What concerns an
 * item becomes a note of its judgement; no verdict is moved, since to be touched is not to be forged.
 *
 * @param pieces of the archive first, each in path order
 * @param messages of the leak
 */
export function concludeTraces(
  store: CaseStore,
  parts: PartRunner,
  pieces: readonly Piece[],
  messages: DatedMessages,
): void {
  const traces = new AllTraces();
  for (const counted of parts.run('countTraces', null, pieces)) traces.take(counted);
  const { findings, notes } = traces.finish(messages);
  store.transaction(() => {
    store.setTraces(traces.groups.groups(), findings);
    store.addReasons(notes.all());
  });
}

/** What was counted piece by piece, put together in their order. */
class AllTraces {
  readonly groups = new TraceGroups();
  readonly #files = new Map<string, TracedFile>();
  readonly #thumbnails = new Map<string, string>();

  take({ counts, files, thumbnails }: CountedTraces): void {
    this.groups.take(counts);
    for (const file of files) this.#addFile(file);
    for (const [path, sha256] of thumbnails) this.#thumbnails.set(path, sha256);
  }

  #addFile(file: TracedFile): void {
    const known = this.#files.get(file.sha256)?.document;
    if (known === undefined) {
      this.#files.set(file.sha256, file);
      return;
    }
    const { row, id, carrier, copies } = file.document;
    known.copies.push({ row, id });
    for (const copy of copies) known.copies.push(copy);
    known.carrier = earlier(known.carrier, carrier);
  }

  finish(messages: DatedMessages): { readonly findings: TraceFindings; readonly notes: TraceNotes } {
    const files = [...this.#files.values()];
    const documents = files.map(({ document }) => document);
    const conflicts = files.flatMap((file) => file.conflicts);
    const notes = new TraceNotes(documents);
    const lastMessage = lastMessageOf(messages);
    const found = saveWindows(documents);
    const windows = found.map((each) => describeWindow(each, this.groups)).sort(byForeign);
    const late = documents.flatMap((document) => lateSave(document, lastMessage) ?? []);
    const derived = derivedClusters(
      files.map(({ marks, document }) => ({
        ...marks,
        thumbnail: this.#thumbnails.get(document.path) ?? null,
      })),
    );
    for (const each of found) notes.addWindow(each);
    for (const each of late) notes.addLate(each);
    for (const conflict of conflicts) notes.addConflict(conflict);
    for (const cluster of derived) notes.addDerived(cluster);
    const { usualItems } = this.groups;
    const source = usualItems > 0 ? 'authentic-and-reference' : 'whole-leak';
    const findings: TraceFindings = {
      usual: { source, items: usualItems },
      lastMessage,
      windows,
      late: late.sort(byCause).slice(0, MOST_TOLD),
      conflicts: conflicts.sort(byGap).slice(0, MOST_TOLD),
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
