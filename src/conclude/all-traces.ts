import {
  Derivations,
  type LastMessage,
  lateSave,
  SaveMoments,
  saveWindows,
  TraceGroups,
} from '../examine/traces/index.ts';
import { Column } from '../spill/column.ts';
import type { Scratch } from '../spill/scratch.ts';
import { derivedDocuments } from './derived-documents.ts';
import { FoundTraces } from './found-traces.ts';
import type { CountedTraces, TracedFile } from './parts/count-traces.ts';
import { Thumbnails } from './thumbnails.ts';
import { TracedFiles } from './traced-files.ts';
import { describeWindows } from './window-traits.ts';

/** Something is to be said of a document by itself, or it has copies and may be. */
const TELLS = 1;
const HAS_REVISIONS = 2;

/**
 * What was counted piece by piece, put together in their order. Of each document with metadata some 20 bytes are held;
 * all else of it is sorted, or read again where it is told.
 */
export class AllTraces {
  readonly groups = new TraceGroups();
  readonly #scratch: Scratch;
  readonly #last: LastMessage | null;
  readonly #files: TracedFiles;
  readonly #marks = new Column((length) => new Uint8Array(length));
  readonly #moments: SaveMoments;
  readonly #derivations: Derivations;
  readonly #thumbnails: Thumbnails;

  constructor(scratch: Scratch, last: LastMessage | null) {
    this.#scratch = scratch;
    this.#last = last;
    this.#files = new TracedFiles(scratch);
    this.#moments = new SaveMoments(scratch);
    this.#derivations = new Derivations(scratch);
    this.#thumbnails = new Thumbnails(scratch);
  }

  take({ counts, files, thumbnails }: CountedTraces): void {
    this.groups.take(counts);
    for (const file of files) this.#add(file);
    for (const [path, sha256] of thumbnails) this.#thumbnails.addPreview(path, sha256);
  }

  /** All pieces have been taken. */
  find(): FoundTraces {
    this.#files.settle((file) => this.#marks.set(file, this.#marks.at(file) | TELLS));
    const isFirst = (file: number) => this.#files.isFirst(file);
    const found = saveWindows(this.#scratch, this.#moments, isFirst);
    const windows = describeWindows(found, this.#files, this.groups);
    const derived = derivedDocuments(this.#scratch, this.#files, this.#findDerivations(isFirst));
    const saved = { windows, files: found.map(({ files }) => files) };
    const tells = (file: number) => isFirst(file) && (this.#marks.at(file) & TELLS) !== 0;
    return new FoundTraces(this.#files, tells, saved, derived, this.#last, this.groups.usualItems);
  }

  #add(file: TracedFile): void {
    const { document, conflicts, marks } = file;
    const number = this.#files.add(file);
    const tells = conflicts.length > 0 || lateSave(document, this.#last) !== null;
    this.#marks.push((tells ? TELLS : 0) | (marks.rsids.length > 0 ? HAS_REVISIONS : 0));
    this.#moments.add(document, number);
    this.#derivations.add(number, marks);
    this.#thumbnails.addDocument(document.path, number);
  }

  #findDerivations(isCounted: (file: number) => boolean): ReturnType<Derivations['find']> {
    for (const [file, preview] of this.#thumbnails.found(this.#scratch))
      this.#derivations.addThumbnail(file, this.#thumbnails.at(preview), preview);
    let withRevisions = 0;
    for (let file = 0; file < this.#files.length; file++)
      if (isCounted(file) && (this.#marks.at(file) & HAS_REVISIONS) !== 0) withRevisions++;
    return this.#derivations.find({
      length: this.#files.length,
      withRevisions,
      isCounted,
      idOf: (kind, file, place) => {
        if (kind === 'thumbnail') return this.#thumbnails.at(place);
        const { pdfId, documentIds } = this.#files.at(file);
        return kind === 'pdf-id' ? (pdfId ?? '') : (documentIds[place] ?? '');
      },
    });
  }
}
