import { clockTime } from './document-times.ts';
import type { TracedDocument } from './traced-document.ts';

/** A document saved at a moment; `origin` is shared by documents that were made together. */
export interface Save {
  readonly document: TracedDocument;
  readonly time: number;
  readonly origin: string;
}

/** One moment of a document's life: what the rhythm of the leak is learnt from. */
export interface Moment {
  readonly time: number;
  readonly origin: string;
}

const DAY = 86_400_000;
/** Clocks that can tell minutes. */
const FINE = new Set(['100ns', 'fraction', 'second', '2s']);

/**
 * The moments of the documents whose clocks are of a zone class. A document saved within a day of its making is
 * ordinary production (an export of a hundred bills is made and saved at once), so only older ones count as saved
 * again; all are moments of the rhythm. Pictures are left out: their programs export them by the hundred.
 */
export function momentsOf(
  documents: readonly TracedDocument[],
  zone: 'UTC' | 'local',
): { readonly saves: readonly Save[]; readonly moments: readonly Moment[] } {
  const saves: Save[] = [];
  const moments: Moment[] = [];
  for (const document of documents) {
    const { saved, created, isImage } = document;
    if (isImage) continue;
    const savedAt = fineTime(saved, zone);
    const createdAt = fineTime(created, zone);
    const origin = originOf(document);
    if (createdAt !== null) moments.push({ time: createdAt, origin });
    if (savedAt === null) continue;
    if (savedAt !== createdAt) moments.push({ time: savedAt, origin });
    const made = created === null ? null : clockTime(created);
    if (made === null || savedAt - made > DAY) saves.push({ document, time: savedAt, origin });
  }
  const byTime = (a: Moment, b: Moment) => a.time - b.time;
  return { saves: saves.sort(byTime), moments: moments.sort(byTime) };
}

function fineTime(clock: TracedDocument['saved'], zone: 'UTC' | 'local'): number | null {
  if (clock === null || !FINE.has(clock.precision) || (clock.zone === 'local') !== (zone === 'local'))
    return null;
  return clockTime(clock);
}

/** Documents of one author made on one day are related, and so are an author's that do not tell when they were made. */
function originOf({ author, created }: TracedDocument): string {
  return `${author ?? ''}\0${created === null ? '' : created.time.slice(0, 10)}`;
}

/** Saves each of which follows the one before within the gap. */
export function runsOf(saves: readonly Save[], gap: number): readonly (readonly Save[])[] {
  const runs: Save[][] = [];
  let run: Save[] = [];
  for (const save of saves) {
    const last = run.at(-1);
    if (last !== undefined && save.time - last.time > gap) {
      runs.push(run);
      run = [];
    }
    run.push(save);
  }
  if (run.length > 0) runs.push(run);
  return runs;
}
