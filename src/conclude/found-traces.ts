import { type LastMessage, lateSave } from '../examine/traces/index.ts';
import type { ClockConflict, LateSave, Reason, SaveWindow, TraceFindings } from '../model/index.ts';
import { type DerivedDocuments, Memberships } from './derived-documents.ts';
import { Foremost } from './foremost.ts';
import { conflictNote, derivedNote, lateNote, windowNote } from './trace-notes.ts';
import type { TracedFiles } from './traced-files.ts';
import { byForeign } from './window-traits.ts';

/** Findings of one list that are kept. Attack: a million documents, each with clocks that disagree. */
const MOST_TOLD = 50_000;

interface SavedTogether {
  readonly windows: readonly SaveWindow[];
  /** Numbers of the documents of each. */
  readonly files: readonly Uint32Array[];
}

/** What was found of documents, told one after the other. */
export class FoundTraces {
  readonly #files: TracedFiles;
  readonly #tells: (file: number) => boolean;
  readonly #saved: SavedTogether;
  readonly #derived: DerivedDocuments;
  readonly #last: LastMessage | null;
  readonly #usualItems: number;
  readonly #late = new Foremost<LateSave>(MOST_TOLD, byCause);
  readonly #conflicts = new Foremost<ClockConflict>(MOST_TOLD, byGap);

  /** @param tells whether something may be to be said of a document by itself */
  constructor(
    files: TracedFiles,
    tells: (file: number) => boolean,
    saved: SavedTogether,
    derived: DerivedDocuments,
    last: LastMessage | null,
    usualItems: number,
  ) {
    this.#files = files;
    this.#tells = tells;
    this.#saved = saved;
    this.#derived = derived;
    this.#last = last;
    this.#usualItems = usualItems;
  }

  /** What concerns an item, for each document and the copies of its bytes. To be gone through once, before `findings`. */
  *notes(): IterableIterator<readonly [row: number, reasons: readonly Reason[]]> {
    const windows = this.#windowsOfFiles();
    const memberships = new Memberships(this.#derived);
    for (let file = 0; file < this.#files.length; file++) {
      const window = this.#saved.windows[(windows[file] ?? 0) - 1];
      const cluster = this.#derived.clusters[memberships.of(file) ?? -1];
      if (window === undefined && cluster === undefined && !this.#tells(file)) continue;
      const { document, conflicts } = this.#files.at(file);
      const late = lateSave(document, this.#last);
      if (late !== null) this.#late.add(late);
      for (const conflict of conflicts) this.#conflicts.add(conflict);
      const reasons = [
        window && windowNote(window, document),
        late && lateNote(late),
        // The first of a document is its gravest.
        conflicts[0] && conflictNote(conflicts[0]),
        cluster && derivedNote(cluster, document.id),
      ].filter((note) => note !== null && note !== undefined);
      if (reasons.length === 0) continue;
      for (const { row } of [document, ...document.copies]) yield [row, reasons];
    }
  }

  findings(): TraceFindings {
    return {
      usual: {
        source: this.#usualItems > 0 ? 'authentic-and-reference' : 'whole-leak',
        items: this.#usualItems,
      },
      lastMessage: this.#last,
      windows: this.#saved.windows.toSorted(byForeign),
      late: this.#late.all(),
      conflicts: this.#conflicts.all(),
      derived: this.#derived.clusters,
    };
  }

  /** By document: the place of its window, counted from one; a document is in one at most, as its clock has one zone. */
  #windowsOfFiles(): Uint8Array {
    const windows = new Uint8Array(this.#saved.windows.length === 0 ? 0 : this.#files.length);
    for (const [at, files] of this.#saved.files.entries()) for (const file of files) windows[file] = at + 1;
    return windows;
  }
}

/** Those that nothing innocent explains first. */
function byCause(a: LateSave, b: LateSave): number {
  return Number(a.cause !== null) - Number(b.cause !== null) || b.gapSeconds - a.gapSeconds;
}

function byGap(a: ClockConflict, b: ClockConflict): number {
  return b.gapSeconds - a.gapSeconds;
}
