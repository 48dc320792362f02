import type { SavedFile, SaveWindow } from '../../model/index.ts';
import { Rhythm, upperShare } from './rhythm.ts';
import { momentsOf, runsOf, type Save } from './save-runs.ts';
import type { TracedDocument } from './traced-document.ts';

/** Gaps tried, in seconds: a program at work, a person opening and saving, and what an office calls a few minutes. */
const GAPS = [30, 120, 300] as const;
/** Fewer unrelated documents are no window, whatever their chance. */
const LEAST_UNRELATED = 4;
/** A window is told when as much is to be expected in fewer than one of a thousand leaks of this rhythm. */
const MOST_PROBABLE = 0.001;
const MOST_WINDOWS = 50;
/** Attack: a hundred thousand documents saved in one minute, each a row on somebody's screen. */
const MOST_FILES = 10_000;

/** A window without what is known of its values from elsewhere. */
export interface BareWindow {
  readonly window: Omit<SaveWindow, 'applications' | 'languages' | 'lastAuthors' | 'foreign'>;
  readonly documents: readonly TracedDocument[];
}

/**
 * Batch-save windows: runs of documents of different origin that were saved again one after the other, and that the
 * leak's own rhythm does not explain (docs/traces.md). If q is the chance that a save is followed within the gap by one
 * of an unrelated document, a run of k has the chance q^(k−1); it could have begun at any save and with any gap, so
 * the chance of one anywhere is at most tries × q^(k−1). q is taken from everything outside of the run, at the upper
 * end of what that leaves open. Only clocks inside of documents are looked at: those of files and of archives are set
 * by whoever copies.
 */
export function saveWindows(documents: readonly TracedDocument[]): readonly BareWindow[] {
  const found = (['UTC', 'local'] as const).flatMap((zone) => windowsOf(documents, zone));
  return found.sort((a, b) => a.window.probability - b.window.probability).slice(0, MOST_WINDOWS);
}

function windowsOf(documents: readonly TracedDocument[], zone: 'UTC' | 'local'): readonly BareWindow[] {
  const { saves, moments } = momentsOf(documents, zone);
  const candidates: Candidate[] = [];
  for (const gapSeconds of GAPS) {
    const rhythm = new Rhythm(moments, 1000 * gapSeconds);
    for (const run of runsOf(saves, 1000 * gapSeconds)) {
      const candidate = weigh(run, gapSeconds, rhythm, saves.length * GAPS.length);
      if (candidate !== null) candidates.push(candidate);
    }
  }
  // Runs of a longer gap hold those of a shorter: of each nest the least probable is told.
  candidates.sort((a, b) => a.probability - b.probability || b.run.length - a.run.length);
  const told: Candidate[] = [];
  for (const candidate of candidates)
    if (!told.some((each) => each.from <= candidate.to && candidate.from <= each.to)) told.push(candidate);
  return told.map((candidate) => toWindow(candidate, zone));
}

interface Candidate {
  readonly run: readonly Save[];
  readonly from: number;
  readonly to: number;
  readonly unrelated: number;
  readonly probability: number;
  readonly rhythm: SaveWindow['rhythm'];
}

function weigh(run: readonly Save[], gapSeconds: number, rhythm: Rhythm, tries: number): Candidate | null {
  const unrelated = new Set(run.map(({ origin }) => origin)).size;
  if (unrelated < LEAST_UNRELATED) return null;
  const from = run[0]?.time ?? 0;
  const to = run.at(-1)?.time ?? 0;
  const { events, followed } = rhythm.outside(from, to);
  const chance = upperShare(followed, events);
  const probability = Math.min(1, tries * chance ** (unrelated - 1));
  if (probability > MOST_PROBABLE) return null;
  return { run, from, to, unrelated, probability, rhythm: { gapSeconds, events, followed, chance, tries } };
}

function toWindow(
  { run, from, to, unrelated, probability, rhythm }: Candidate,
  zone: 'UTC' | 'local',
): BareWindow {
  const documents = run.map(({ document }) => document);
  const made = documents.flatMap(({ created }) => (created === null ? [] : [created.time])).sort();
  const [first] = made;
  const last = made.at(-1);
  const window = {
    from: isoOf(from, zone),
    to: isoOf(to, zone),
    seconds: Math.round((to - from) / 1000),
    zone,
    documents: documents.length,
    unrelated,
    probability,
    rhythm,
    made: first === undefined || last === undefined ? null : ([first, last] as const),
    files: documents.slice(0, MOST_FILES).map(fileOf),
  };
  return { window, documents };
}

function isoOf(time: number, zone: 'UTC' | 'local'): string {
  const text = new Date(time).toISOString();
  return zone === 'UTC' ? text : text.slice(0, -1);
}

function fileOf(document: TracedDocument): SavedFile {
  const { id, name, path, type, saved, created, author, lastAuthor, application, languages, copies } =
    document;
  return {
    id,
    name,
    path,
    type,
    saved: saved?.time ?? '',
    source: saved?.source ?? '',
    created: created?.time ?? null,
    author,
    lastAuthor,
    application,
    languages,
    copies: copies.map((copy) => copy.id),
  };
}
