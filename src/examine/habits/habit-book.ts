import type { Scratch } from '../../spill/scratch.ts';
import { TextStore } from '../../spill/text-store.ts';
import { type HabitAnswer, HabitAnswers } from './habit-answers.ts';
import type { HopGap } from './hop-lags.ts';
import { KnownNames, type Namesake, OwnNames } from './known-names.ts';
import { OwnWays } from './own-ways.ts';
import type { HabitBreak, HabitSample } from './sample.ts';
import { type OfSender, type SampleMarks, SampleSort } from './sample-sort.ts';
import type { SampleColumns } from './sample-table.ts';
import { type OtherSelector, SelectorHabits } from './selector-habits.ts';
import { type MissingSignature, OwnSigning, SigningOfServers } from './signing-habits.ts';
import { type MissingTrace, OwnTraces, TracesOfFolders } from './trace-habits.ts';
import { LagsOfRoutes, OwnLags, type UsualLag, usualLag } from './usual-lags.ts';

/** How one message stands to what is usual with its sender. */
export interface HabitFinding {
  readonly breaks: readonly HabitBreak[];
  /** How long its route usually takes, for the judge of clocks; null where too few messages show it, and nobody asked. */
  readonly lag: UsualLag | null;
  /** Others like it are signed, and it is not. */
  readonly unsigned: MissingSignature | null;
  /** Of what is verified by itself: its sender's other mail is signed by the sender's own domain, and it is not. */
  readonly signedElsewhere?: MissingSignature;
  /** Others like it bear the traces of servers, and it does not. */
  readonly untraced: MissingTrace | null;
  /** It is signed under another selector than others like it. */
  readonly otherSelector: OtherSelector | null;
  /** Somebody else bears the name that it shows. */
  readonly namesake: Namesake | null;
  /** It took from one server to the next otherwise than is usual there. */
  readonly hop: HopGap | null;
}

/**
 * Learns how each sender's messages are made and sent, and says where one is not. Samples are sorted by sender, of whom one
 * after the other is held; what hangs on servers, routes, folders and names is asked of all senders together, and sorted by
 * these (docs/decisions/0460). So a leak of millions of senders takes disk, and no more memory than one of a few thousand.
 */
export class HabitBook {
  readonly #scratch: Scratch;
  readonly #texts: TextStore;
  readonly #samples: SampleSort;

  constructor(scratch: Scratch) {
    this.#scratch = scratch;
    this.#texts = new TextStore(scratch);
    this.#samples = new SampleSort(scratch, this.#texts);
  }

  /** @param messages the number of the message of each sample, in order */
  append(samples: SampleColumns, messages: readonly number[]): void {
    this.#samples.append(samples, messages);
  }

  /**
   * By number, in order; nothing of messages of which there is nothing to be said. Of what is verified by itself only what a
   * signature does not vouch for is told.
   *
   * @param wantsLag messages of which a usual lag is told as well
   */
  *findings(
    marks: SampleMarks,
    wantsLag: (message: number) => boolean,
  ): IterableIterator<readonly [message: number, finding: Omit<HabitFinding, 'hop'>]> {
    const answers = new HabitAnswers(this.#scratch);
    this.#answer(marks, wantsLag, answers);
    for (const [message, answer] of answers.inOrder()) yield [message, findingOf(answer)];
  }

  #answer(marks: SampleMarks, wantsLag: (message: number) => boolean, answers: HabitAnswers): void {
    const shared: Shared = {
      signing: new SigningOfServers(this.#scratch),
      selectors: new SelectorHabits(this.#scratch, this.#texts),
      names: new KnownNames(this.#scratch, this.#texts),
      traces: new TracesOfFolders(this.#scratch),
      lags: new LagsOfRoutes(this.#scratch),
      tellLag(message, lag) {
        if (lag !== null && (lag.isUnusual || wantsLag(message))) answers.add(message, { lag });
      },
    };
    this.#samples.bySender(marks, () => new HabitsOfSender(shared, answers));
    shared.signing.answer((message, unsigned) => answers.add(message, { unsigned }));
    shared.selectors.answer((message, otherSelector) => answers.add(message, { otherSelector }));
    shared.names.answer((message, namesake) => answers.add(message, { namesake }));
    shared.traces.answer((message, untraced) => answers.add(message, { untraced }));
    shared.lags.answer((message, seconds, spread) => shared.tellLag(message, usualLag(seconds, spread)));
  }
}

/** What is asked of all senders together. */
interface Shared {
  readonly signing: SigningOfServers;
  readonly selectors: SelectorHabits;
  readonly names: KnownNames;
  readonly traces: TracesOfFolders;
  readonly lags: LagsOfRoutes;
  readonly tellLag: (message: number, lag: UsualLag | null) => void;
}

/** What one sender's messages are like. What he alone shows is answered at once. */
class HabitsOfSender implements OfSender {
  readonly #shared: Shared;
  readonly #answers: HabitAnswers;
  readonly #ways = new OwnWays();
  readonly #signing = new OwnSigning();
  readonly #traces = new OwnTraces();
  readonly #names = new OwnNames();
  readonly #lags = new OwnLags();
  #sender = '';

  constructor(shared: Shared, answers: HabitAnswers) {
    this.#shared = shared;
    this.#answers = answers;
  }

  learn(sample: HabitSample, message: number): void {
    this.#sender = sample.sender;
    this.#traces.add(sample);
    if (!sample.counted) return;
    this.#ways.add(sample);
    this.#signing.add(sample);
    this.#names.add(sample, message);
    this.#lags.add(sample);
    this.#shared.signing.learn(sample);
    this.#shared.selectors.learn(sample, message);
    this.#shared.lags.learn(sample, message);
  }

  ask(sample: HabitSample, message: number): void {
    // That an address is verified says nothing of the name beside it.
    this.#shared.names.ask(sample, message, this.#names);
    if (!sample.trusted) this.#askOwnWays(sample, message);
    this.#askMarks(sample, message);
  }

  close(): void {
    this.#shared.names.learn(this.#sender, this.#names);
    this.#shared.traces.learn(this.#traces);
  }

  #askOwnWays(sample: HabitSample, message: number): void {
    const ways = this.#ways.broken(sample);
    if (ways.length > 0) this.#answers.add(message, { ways });
    this.#shared.selectors.ask(sample, message);
    const usual = this.#lags.usual(sample);
    if (usual === null) this.#shared.lags.ask(sample, message);
    else this.#shared.tellLag(message, usualLag(sample.habits.lag ?? 0, usual));
  }

  /**
   * Asked also of what is verified by itself: the archive alone may verify it, in which somebody who reads a mailbox can have
   * planted it; or the signature of a part of the sender's domain, which may be another's.
   */
  #askMarks(sample: HabitSample, message: number): void {
    const { signer } = sample.habits;
    const isSigned = signer !== '-' && signer !== '';
    if (sample.trusted && isSigned) return;
    if (this.#signing.isUsual(sample)) this.#shared.signing.ask(sample, message);
    const traced = this.#traces.missing(sample);
    if (traced !== null) this.#shared.traces.ask(sample, message, traced);
    const signedElsewhere = sample.trusted ? this.#signing.elsewhere(sample) : null;
    if (signedElsewhere !== null) this.#answers.add(message, { signedElsewhere });
  }
}

function findingOf(answer: HabitAnswer): Omit<HabitFinding, 'hop'> {
  const { ways = [], unsigned = null, untraced = null, lag = null, signedElsewhere } = answer;
  const { otherSelector = null, namesake = null } = answer;
  return {
    breaks: [
      ...ways,
      ...(unsigned === null ? [] : [unsignedBreak(unsigned)]),
      ...(untraced === null ? [] : [untracedBreak(untraced)]),
      ...(lag?.isUnusual ? [lagBreak(lag)] : []),
    ],
    ...{ lag, unsigned, untraced, otherSelector, namesake },
    ...(signedElsewhere !== undefined && { signedElsewhere }),
  };
}

function unsignedBreak({ signed, unsigned }: MissingSignature): HabitBreak {
  const of = signed + unsigned;
  return { way: 'unsigned', usual: [`DKIM ${signed}/${of}`], seen: ['–'], of };
}

function untracedBreak({ inFolder, untracedInFolder }: MissingTrace): HabitBreak {
  const of = inFolder + untracedInFolder;
  return { way: 'untraced', usual: [`Received ${inFolder}/${of}`], seen: ['–'], of };
}

function lagBreak({ seconds, median, bar, count }: UsualLag): HabitBreak {
  return { way: 'lag', usual: [`${median} s ± ${bar} s`], seen: [`${seconds} s`], of: count };
}
