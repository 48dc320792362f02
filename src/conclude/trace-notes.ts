import type { BareWindow, TracedDocument } from '../examine/traces/index.ts';
import type { ClockConflict, DerivedCluster, LateSave, Reason } from '../model/index.ts';

/** What moves no verdict weighs less than anything that does. */
const WEIGHTS = { batch: 9, late: 8, clocks: 4, derived: 3 } as const;
/** Ids named in a note; the report has them all. */
const MOST_IDS = 20;

/** What was found about each document, as notes for it and for the copies of its bytes. */
export class TraceNotes {
  readonly #documents = new Map<string, TracedDocument>();
  readonly #notes = new Map<string, Map<string, Reason>>();

  constructor(documents: readonly TracedDocument[]) {
    for (const document of documents) this.#documents.set(document.id, document);
  }

  addWindow({ window, documents }: BareWindow): void {
    const { from, to, unrelated, probability, seconds } = window;
    const minutes = Math.max(1, Math.ceil(seconds / 60));
    for (const { id, saved, lastAuthor, application } of documents) {
      this.#add(id, 'saved-in-batch', WEIGHTS.batch, {
        documents: documents.length,
        unrelated,
        from,
        to,
        minutes,
        saved: saved?.time ?? null,
        probability,
        ...named({ lastAuthor, application }),
      });
    }
  }

  addLate(late: LateSave): void {
    // Then it was not saved later: a clock was wrong, and the report says so.
    if (late.cause === 'covered-by-signature') return;
    const { id, saved, sent, message, gapSeconds, cause, lastAuthor, application } = late;
    const detail = { saved, sent, gap: gapSeconds, ...named({ cause, lastAuthor, application }) };
    if (late.against === 'its-message')
      this.#add(id, 'saved-after-sent', WEIGHTS.late, { ...detail, from: message });
    else this.#add(id, 'saved-after-last-message', WEIGHTS.late, { ...detail, last: message });
  }

  /** The first of a document is its gravest. */
  addConflict({ id, conflict, gapSeconds, one, other }: ClockConflict): void {
    const times = { one: one.source, oneTime: one.time, other: other.source, otherTime: other.time };
    this.#add(id, 'document-clocks-disagree', WEIGHTS.clocks, {
      conflict,
      usually: conflict,
      gap: gapSeconds,
      ...times,
    });
  }

  addDerived({ by, also, items }: DerivedCluster): void {
    for (const { id } of items) {
      const others = items.filter((item) => item.id !== id).slice(0, MOST_IDS);
      this.#add(id, 'derived-documents', WEIGHTS.derived, {
        derivedBy: [by, ...also],
        others: others.map((other) => other.id),
      });
    }
  }

  *all(): IterableIterator<readonly [row: number, reasons: readonly Reason[]]> {
    for (const [id, notes] of this.#notes) {
      const document = this.#documents.get(id);
      if (document === undefined) continue;
      const reasons = [...notes.values()];
      for (const { row } of [document, ...document.copies]) yield [row, reasons];
    }
  }

  #add(id: string, code: string, weight: number, detail: Reason['detail']): void {
    const notes = this.#notes.get(id) ?? new Map<string, Reason>();
    this.#notes.set(id, notes);
    if (!notes.has(code)) notes.set(code, { code, polarity: 'note', weight, detail });
  }
}

/** Only what the document tells. */
function named(values: Readonly<Record<string, string | null>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== null),
  );
}
