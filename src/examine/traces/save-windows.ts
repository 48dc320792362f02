import type { SaveWindow } from '../../model/index.ts';
import type { Scratch } from '../../spill/scratch.ts';
import { MomentsAhead } from './moments-ahead.ts';
import { CLOCK_ZONES, type ClockZone, type MomentCursor, type SaveMoments } from './save-moments.ts';
import { SaveRhythm, type SaveRun } from './save-runs.ts';
import { upperShare } from './upper-share.ts';

/** Gaps tried, in seconds: a program at work, a person opening and saving, and what an office calls a few minutes. */
const GAPS = [30, 120, 300] as const;
/** Fewer unrelated documents are no window, whatever their chance. */
const LEAST_UNRELATED = 4;
/** A window is told when as much is to be expected in fewer than one of a thousand leaks of this rhythm. */
const MOST_PROBABLE = 0.001;
/** Windows told, the least probable first. */
const MOST_WINDOWS = 50;

/** A window without what its documents tell. */
export interface FoundWindow extends Pick<SaveWindow, 'zone' | 'unrelated' | 'probability' | 'rhythm'> {
  /** Milliseconds since 1970, of a local clock as if it stood at UTC. */
  readonly from: number;
  readonly to: number;
  /** Numbers of its documents, in the order in which they were saved. */
  readonly files: Uint32Array;
}

type Counted = (file: number) => boolean;

/**
 * Batch-save windows: runs of documents of different origin that were saved again one after the other, and that the
 * leak's own rhythm does not explain (docs/traces.md). If q is the chance that a save is followed within the gap by one
 * of an unrelated document, a run of k has the chance q^(k−1); it could have begun at any save and with any gap, so
 * the chance of one anywhere is at most tries × q^(k−1). q is taken from everything outside of the run, at the upper
 * end of what that leaves open. Only clocks inside of documents are looked at: those of files and of archives are set
 * by whoever copies.
 *
 * @returns the least probable first
 */
export function saveWindows(
  scratch: Scratch,
  moments: SaveMoments,
  isCounted: Counted,
): readonly FoundWindow[] {
  const found = CLOCK_ZONES.flatMap((zone) => windowsOf(scratch, moments, zone, isCounted));
  return found.sort((a, b) => a.probability - b.probability).slice(0, MOST_WINDOWS);
}

function windowsOf(
  scratch: Scratch,
  moments: SaveMoments,
  zone: ClockZone,
  isCounted: Counted,
): readonly FoundWindow[] {
  const candidates: Candidate[] = [];
  for (const gapSeconds of GAPS) {
    const ahead = new MomentsAhead(moments.read(zone, isCounted));
    const rhythm = new SaveRhythm(scratch, ahead, 1000 * gapSeconds, LEAST_UNRELATED);
    for (const run of rhythm.runs()) {
      const candidate = weigh(run, gapSeconds, rhythm);
      if (candidate !== null) candidates.push(candidate);
    }
  }
  const told = leastProbable(candidates);
  const files = filesOf(told, moments.read(zone, isCounted));
  return told.map(({ run: { from, to, unrelated }, probability, rhythm }, at) => {
    return { from, to, unrelated, zone, probability, rhythm, files: files[at] ?? NO_FILES };
  });
}

const NO_FILES = new Uint32Array();

interface Candidate {
  readonly run: SaveRun;
  readonly probability: number;
  readonly rhythm: SaveWindow['rhythm'];
}

function weigh(run: SaveRun, gapSeconds: number, all: SaveRhythm): Candidate | null {
  const tries = all.saves * GAPS.length;
  const events = all.events - run.events;
  const followed = all.followed - run.followed;
  const chance = upperShare(followed, events);
  const probability = Math.min(1, tries * chance ** (run.unrelated - 1));
  if (probability > MOST_PROBABLE) return null;
  return { run, probability, rhythm: { gapSeconds, events, followed, chance, tries } };
}

/** Runs of a longer gap hold those of a shorter: of each nest the least probable is told. */
function leastProbable(candidates: readonly Candidate[]): readonly Candidate[] {
  const sorted = candidates.toSorted((a, b) => a.probability - b.probability || b.run.saves - a.run.saves);
  const told: Candidate[] = [];
  for (const candidate of sorted) {
    if (told.length === MOST_WINDOWS) break;
    const { from, to } = candidate.run;
    if (!told.some(({ run }) => run.from <= to && from <= run.to)) told.push(candidate);
  }
  return told;
}

/** The documents of runs that have none in common. */
function filesOf(told: readonly Candidate[], moments: MomentCursor): readonly Uint32Array[] {
  const all = told.map(({ run }) => ({ first: run.firstSave, files: new Uint32Array(run.saves) }));
  for (let save = 0; all.length > 0 && moments.next(); ) {
    if (!moments.isSave) continue;
    for (const { first, files } of all)
      if (save >= first && save < first + files.length) files[save - first] = moments.file;
    save++;
  }
  return all.map(({ files }) => files);
}
