import type { MessageRow } from '../case/store.ts';
import type { Scratch } from '../spill/scratch.ts';
import { Boilerplate } from './boilerplate.ts';
import type { DistinctCounts } from './distinct-counts.ts';
import { KeysInUse, type KeysInUseSummary } from './keys-in-use.ts';
import { KnownSigners, type KnownSignersSummary } from './known-signers.ts';
import type { BoilerplateSummary } from './learnt-units.ts';
import { type HabitSummary, HabitsOfAll, SenderHabits } from './sender-habits.ts';
import { WrittenTo, type WrittenToSummary } from './written-to.ts';

/** What some messages show, as plain data. */
export interface LearntSummary {
  readonly boilerplate: BoilerplateSummary;
  readonly keysInUse: KeysInUseSummary;
  readonly knownSigners: KnownSignersSummary;
  readonly habits: HabitSummary;
  readonly writtenTo: WrittenToSummary;
}

/** What some messages of the leak or the archive themselves show of routes, keys and habits, in one reading. */
export class Learnt {
  readonly #boilerplate = new Boilerplate();
  readonly #keysInUse = new KeysInUse();
  readonly #knownSigners = new KnownSigners();
  readonly #habits = new SenderHabits();
  readonly #writtenTo = new WrittenTo();

  /**
   * Of the archive nothing is learnt about habits: they are what the leak is held against.
   *
   * @param place among the messages
   */
  add(message: MessageRow, place: number): void {
    if (message.role === 'leak') this.#habits.add(message, place);
    const { signatures } = message;
    if (message.role === 'reference' || signatures.length > 0) this.#writtenTo.add(message, signatures);
    if (signatures.length === 0) return;
    this.#boilerplate.add(message, signatures);
    this.#keysInUse.add(message, signatures);
    this.#knownSigners.add(message, signatures);
  }

  summary(): LearntSummary {
    return {
      boilerplate: this.#boilerplate.summary(),
      keysInUse: this.#keysInUse.summary(),
      knownSigners: this.#knownSigners.summary(),
      habits: this.#habits.summary(),
      writtenTo: this.#writtenTo.summary(),
    };
  }
}

/** What was learnt of all messages, the archive first, added up. */
export class LearntOfAll {
  readonly boilerplate = new Boilerplate();
  readonly keysInUse: KeysInUse;
  readonly knownSigners = new KnownSigners();
  readonly habits: HabitsOfAll;
  readonly writtenTo = new WrittenTo();

  constructor(scratch: Scratch, counts: DistinctCounts) {
    this.keysInUse = new KeysInUse(() => counts.group());
    this.habits = new HabitsOfAll(scratch);
  }

  /**
   * Adds what was learnt from messages that come after those learnt from so far.
   *
   * @param first the number of the first of them
   */
  take({ boilerplate, keysInUse, knownSigners, habits, writtenTo }: LearntSummary, first: number): void {
    this.boilerplate.take(boilerplate);
    this.keysInUse.take(keysInUse);
    this.knownSigners.take(knownSigners);
    this.habits.take(habits, first);
    this.writtenTo.take(writtenTo);
  }
}
