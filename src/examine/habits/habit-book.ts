import type { MessageHabits } from '../../model/index.ts';
import type { HopGap } from './hop-lags.ts';
import { KnownNames, type Namesake } from './known-names.ts';
import type { HabitBreak, HabitSample, HabitWay } from './sample.ts';
import { type OtherSelector, SelectorHabits } from './selector-habits.ts';
import { type MissingSignature, SigningHabits } from './signing-habits.ts';
import { type MissingTrace, TraceHabits } from './trace-habits.ts';
import { type UsualLag, UsualLags } from './usual-lags.ts';
import { ValueCounts } from './value-counts.ts';

/** How one message stands to what is usual with its sender. */
export interface HabitFinding {
  readonly breaks: readonly HabitBreak[];
  /** How long its route usually takes, for the judge of clocks; null where too few messages show it. */
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

/** Below this many messages of a sender nothing is said: chance makes habits of fewer. */
const LEAST_HISTORY = 20;

type Habit = Exclude<keyof MessageHabits, 'lag' | 'signer' | 'hops'>;

const WAYS: readonly (readonly [way: HabitWay, habits: readonly Habit[], needed: number])[] = [
  // One of these alone varies with what is sent: a first attachment, a word outside of the usual charset.
  ['program', ['program', 'order', 'id', 'boundary', 'coding'], 2],
  ['zone', ['zone'], 1],
  ['identity', ['name', 'block'], 1],
  ['route', ['route'], 1],
];

const HABITS: readonly Habit[] = WAYS.flatMap(([, habits]) => habits);

/** Learns how each sender's messages are made and sent, and says where one is not. */
export class HabitBook {
  readonly #senders = new Map<string, Map<Habit, ValueCounts>>();
  readonly #signing = new SigningHabits();
  readonly #selectors = new SelectorHabits();
  readonly #names = new KnownNames();
  readonly #traces = new TraceHabits();
  readonly #lags = new UsualLags();

  /** Goes through the samples twice. */
  constructor(samples: Iterable<HabitSample>) {
    const counts = new Map<string, number>();
    for (const { sender, counted } of samples) if (counted) counts.set(sender, (counts.get(sender) ?? 0) + 1);
    for (const sample of samples) {
      this.#traces.add(sample);
      if (!sample.counted) continue;
      const known = counts.get(sample.sender) ?? 0;
      this.#signing.add(sample);
      this.#selectors.add(sample);
      this.#names.add(sample);
      this.#lags.add(sample, known);
      if (known >= LEAST_HISTORY) this.#add(sample);
    }
  }

  about(sample: HabitSample): Omit<HabitFinding, 'hop'> {
    const known = this.#senders.get(sample.sender);
    const breaks = known === undefined ? [] : WAYS.flatMap((way) => brokenIn(way, known, sample));
    const lag = this.#lags.about(sample);
    const unsigned = this.#signing.missing(sample);
    if (unsigned !== null) breaks.push(unsignedBreak(unsigned));
    const untraced = this.#traces.missing(sample);
    if (untraced !== null) breaks.push(untracedBreak(untraced));
    if (lag?.isUnusual) breaks.push(lagBreak(lag));
    const otherSelector = this.#selectors.other(sample);
    return { breaks, lag, unsigned, untraced, otherSelector, namesake: this.namesake(sample) };
  }

  /**
   * Asked also of what is verified by itself: the archive alone may verify it, in which somebody who reads a mailbox can have
   * planted it; or the signature of a part of the sender's domain, which may be another's.
   */
  missingMarks(sample: HabitSample): Pick<HabitFinding, 'unsigned' | 'untraced' | 'signedElsewhere'> {
    const { signer } = sample.habits;
    if (signer !== '-' && signer !== '') return { unsigned: null, untraced: null };
    const signedElsewhere = this.#signing.elsewhere(sample);
    return {
      unsigned: this.#signing.missing(sample),
      untraced: this.#traces.missing(sample),
      ...(signedElsewhere !== null && { signedElsewhere }),
    };
  }

  /** Asked of verified messages too: that an address is verified says nothing of the name beside it. */
  namesake(sample: HabitSample): Namesake | null {
    return this.#names.namesake(sample);
  }

  #add(sample: HabitSample): void {
    const known = this.#senders.get(sample.sender) ?? new Map<Habit, ValueCounts>();
    this.#senders.set(sample.sender, known);
    for (const habit of HABITS) {
      const value = habitOf(sample, habit);
      if (value === '') continue;
      const counts = known.get(habit) ?? new ValueCounts();
      known.set(habit, counts);
      counts.add(value, sample.trusted);
    }
  }
}

function brokenIn(
  [way, habits, needed]: (typeof WAYS)[number],
  known: ReadonlyMap<Habit, ValueCounts>,
  sample: HabitSample,
): HabitBreak[] {
  const usual: string[] = [];
  const seen: string[] = [];
  let of = 0;
  for (const habit of habits) {
    const value = habitOf(sample, habit);
    const broken = value === '' ? null : (known.get(habit)?.broken(value, LEAST_HISTORY) ?? null);
    if (broken === null) continue;
    usual.push(broken.usual);
    seen.push(value);
    of = Math.max(of, broken.of);
  }
  return seen.length >= needed ? [{ way, usual, seen, of }] : [];
}

/** A zone goes with the season. Clocks change in March and October, on days that differ by country and year. */
function habitOf(sample: HabitSample, habit: Habit): string {
  const { habits } = sample;
  if (habit !== 'zone' || habits.zone === '') return habits[habit];
  const month = Number(sample.month.slice(5, 7));
  if (month === 3 || month === 10 || month === 0) return '';
  return `${habits.zone} ${month > 3 && month < 10 ? 'summer' : 'winter'}`;
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
