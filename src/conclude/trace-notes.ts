import type { TracedDocument } from '../examine/traces/index.ts';
import type { ClockConflict, DerivedCluster, LateSave, Reason, SaveWindow } from '../model/index.ts';

/** What moves no verdict weighs less than anything that does. */
const WEIGHTS = { batch: 9, late: 8, ownRun: 5, clocks: 4, derived: 3 } as const;
/** Ids named in a note; the report has more. */
const MOST_IDS = 20;

/** That a document was saved in a batch, and whether anything of that batch is strange to the leak. */
export function windowNote(window: SaveWindow, document: TracedDocument): Reason {
  const { documents, unrelated, from, to, seconds, probability, foreign } = window;
  const { saved, lastAuthor, application } = document;
  const [code, weight] =
    foreign.length > 0
      ? (['saved-in-batch', WEIGHTS.batch] as const)
      : (['saved-in-own-run', WEIGHTS.ownRun] as const);
  return note(code, weight, {
    documents,
    unrelated,
    from,
    to,
    minutes: Math.max(1, Math.ceil(seconds / 60)),
    saved: saved?.time ?? null,
    probability,
    ...named({ lastAuthor, application }),
  });
}

/** That it was saved later than it was sent. Null where it was not: a clock was wrong, and the report says so. */
export function lateNote(late: LateSave): Reason | null {
  const { saved, sent, message, gapSeconds, cause, lastAuthor, application } = late;
  if (cause === 'covered-by-signature') return null;
  const detail = { saved, sent, gap: gapSeconds, ...named({ cause, lastAuthor, application }) };
  return late.against === 'its-message'
    ? note('saved-after-sent', WEIGHTS.late, { ...detail, from: message })
    : note('saved-after-last-message', WEIGHTS.late, { ...detail, last: message });
}

/** A note on two clocks of one document that cannot both be right. */
export function conflictNote({ conflict, gapSeconds, one, other }: ClockConflict): Reason {
  const times = { one: one.source, oneTime: one.time, other: other.source, otherTime: other.time };
  return note('document-clocks-disagree', WEIGHTS.clocks, {
    conflict,
    usually: conflict,
    gap: gapSeconds,
    ...times,
  });
}

/** @param id of the document that is noted */
export function derivedNote({ by, also, items }: DerivedCluster, id: string): Reason {
  const first = items.slice(0, MOST_IDS + 1).map((item) => item.id);
  return note('derived-documents', WEIGHTS.derived, {
    derivedBy: [by, ...also],
    others: first.filter((other) => other !== id).slice(0, MOST_IDS),
  });
}

function note(code: string, weight: number, detail: Reason['detail']): Reason {
  return { code, polarity: 'note', weight, detail };
}

/** Only what the document tells. */
function named(values: Readonly<Record<string, string | null>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== null),
  );
}
