import type { HabitSample } from './sample.ts';

/** What other messages of the sender in the same folder bear, where one bears no trace of any server. */
export interface MissingTrace {
  /** With a Received field. */
  readonly traced: number;
  /** Of these, with a signature of the sender's domain. */
  readonly signed: number;
  /** Messages of the folder from all who send with a trace into it, and those of them without one. */
  readonly inFolder: number;
  readonly untracedInFolder: number;
}

const LEAST_TRACED = 3;
const LEAST_IN_FOLDER = 50;
/** Drafts and what was copied in by hand have none: where these are more, it is the habit of the folder. */
const MOST_UNTRACED = 0.02;

interface Counts {
  traced: number;
  signed: number;
  untraced: number;
}

interface Folder {
  readonly senders: Map<string, Counts>;
  /** Of all but its owner; null until it is asked for. */
  total: Counts | null;
}

/**
 * Whether servers have left their Received fields on what each sender has sent into each folder. All servers do (RFC
 * 5321 section 4.4), so a message of a stranger without any was not received there as it lies; the owner's own sent mail
 * has none, and is no stranger's.
 */
export class TraceHabits {
  readonly #folders = new Map<string, Folder>();

  add(sample: HabitSample): void {
    const { habits, folder: name, sender } = sample;
    if (!isWhole(sample)) return;
    const folder = this.#folders.get(name) ?? { senders: new Map<string, Counts>(), total: null };
    this.#folders.set(name, folder);
    const counts = folder.senders.get(sender) ?? { traced: 0, signed: 0, untraced: 0 };
    folder.senders.set(sender, counts);
    if (habits.route === '') counts.untraced++;
    else counts.traced++;
    if (habits.route !== '' && habits.signer !== '-') counts.signed++;
  }

  /** Null where it has a trace, and where others of its kind have none either. All are added before. */
  missing(sample: HabitSample): MissingTrace | null {
    const { habits, folder: name, sender } = sample;
    if (!isWhole(sample) || habits.route !== '') return null;
    const folder = this.#folders.get(name);
    const own = folder?.senders.get(sender);
    if (folder === undefined || own === undefined) return null;
    if (own.traced < LEAST_TRACED || own.untraced > Math.max(1, MOST_UNTRACED * own.traced)) return null;
    folder.total ??= totalOf(folder.senders.values());
    const { traced: inFolder, untraced } = folder.total;
    const untracedInFolder = untraced - 1;
    if (inFolder < LEAST_IN_FOLDER || untracedInFolder > MOST_UNTRACED * inFolder) return null;
    return { traced: own.traced, signed: own.signed, inFolder, untracedInFolder };
  }
}

/** Whose mail mostly has none is the owner of the folder. */
function totalOf(senders: Iterable<Counts>): Counts {
  const total = { traced: 0, signed: 0, untraced: 0 };
  for (const { traced, signed, untraced } of senders) {
    if (untraced > traced) continue;
    total.traced += traced;
    total.signed += signed;
    total.untraced += untraced;
  }
  return total;
}

/** What an export rebuilt has the fields it was given. */
function isWhole({ habits, folder }: HabitSample): boolean {
  return habits.order !== '' && folder !== '';
}
