import type { Scratch } from '../../spill/scratch.ts';
import { Questions } from './questions.ts';
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
/** Attack: a sender with a hundred thousand messages, each in a folder of its own. Of what comes later nothing is said. */
const MOST_FOLDERS = 10_000;

interface Counts {
  traced: number;
  signed: number;
  untraced: number;
}

/** Whether servers have left their Received fields on what one sender has sent into each folder. */
export class OwnTraces {
  readonly #folders = new Map<string, Counts>();

  add(sample: HabitSample): void {
    const { habits, folder } = sample;
    if (!isWhole(sample)) return;
    const counts = this.#folders.get(folder) ?? { traced: 0, signed: 0, untraced: 0 };
    if (this.#folders.size < MOST_FOLDERS) this.#folders.set(folder, counts);
    if (habits.route === '') counts.untraced++;
    else counts.traced++;
    if (habits.route !== '' && habits.signer !== '-') counts.signed++;
  }

  /** Where nearly all that he sent into a folder bears a trace, and this does not. Null elsewhere. */
  missing(sample: HabitSample): Pick<MissingTrace, 'traced' | 'signed'> | null {
    if (!isWhole(sample) || sample.habits.route !== '') return null;
    const own = this.#folders.get(sample.folder);
    if (own === undefined || own.traced < LEAST_TRACED) return null;
    return own.untraced > Math.max(1, MOST_UNTRACED * own.traced) ? null : own;
  }

  folders(): Iterable<readonly [folder: string, counts: Readonly<Counts>]> {
    return this.#folders;
  }
}

/**
 * Whether servers have left their Received fields on what lies in each folder. All servers do (RFC 5321 section 4.4), so a
 * message of a stranger without any was not received there as it lies; the owner's own sent mail has none, and is no
 * stranger's.
 */
export class TracesOfFolders {
  readonly #questions: Questions;

  constructor(scratch: Scratch) {
    this.#questions = new Questions(scratch, 3);
  }

  /** Whose mail mostly has none is the owner of the folder. */
  learn(own: OwnTraces): void {
    for (const [folder, { traced, untraced }] of own.folders())
      if (untraced <= traced) this.#questions.learn(folder, traced, untraced);
  }

  ask(
    { folder }: HabitSample,
    message: number,
    { traced, signed }: Pick<MissingTrace, 'traced' | 'signed'>,
  ): void {
    this.#questions.ask(folder, message, traced, signed);
  }

  /** Tells of messages without a trace where others of their folder have one. */
  answer(tell: (message: number, missing: MissingTrace) => void): void {
    this.#questions.answer(
      () => ({ traced: 0, untraced: 0 }),
      (all, word) => {
        all.traced += word(0);
        all.untraced += word(1);
      },
      ({ traced: inFolder, untraced }, word) => {
        const untracedInFolder = untraced - 1;
        if (inFolder < LEAST_IN_FOLDER || untracedInFolder > MOST_UNTRACED * inFolder) return;
        tell(word(0), { traced: word(1), signed: word(2), inFolder, untracedInFolder });
      },
    );
  }
}

/** What an export rebuilt has the fields it was given. */
function isWhole({ habits, folder }: HabitSample): boolean {
  return habits.order !== '' && folder !== '';
}
