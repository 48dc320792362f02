import type { MessageRow } from '../case/store.ts';
import { Boilerplate, type BoilerplateSummary } from './boilerplate.ts';
import { KeysInUse, type KeysInUseSummary } from './keys-in-use.ts';
import { KnownSigners, type KnownSignersSummary } from './known-signers.ts';
import { type HabitSummary, SenderHabits } from './sender-habits.ts';

/** What some messages show, as plain data. */
export interface LearntSummary {
  readonly boilerplate: BoilerplateSummary;
  readonly keysInUse: KeysInUseSummary;
  readonly knownSigners: KnownSignersSummary;
  readonly habits: HabitSummary;
}

/** What the leak and the archive themselves show of routes, keys and habits, in one reading of both. */
export class Learnt {
  readonly boilerplate = new Boilerplate();
  readonly keysInUse = new KeysInUse();
  readonly knownSigners = new KnownSigners();
  readonly habits = new SenderHabits();

  /** The archive comes first. Of it nothing is learnt about habits: it is what the leak is held against. */
  add(message: MessageRow): void {
    if (message.role === 'leak') this.habits.add(message);
    const { signatures } = message;
    if (signatures.length === 0) return;
    this.boilerplate.add(message, signatures);
    this.keysInUse.add(message, signatures);
    this.knownSigners.add(message, signatures);
  }

  summary(): LearntSummary {
    const { boilerplate, keysInUse, knownSigners, habits } = this;
    return {
      boilerplate: boilerplate.summary(),
      keysInUse: keysInUse.summary(),
      knownSigners: knownSigners.summary(),
      habits: habits.summary(),
    };
  }

  /** Adds what was learnt from messages that come after those learnt from so far. */
  take({ boilerplate, keysInUse, knownSigners, habits }: LearntSummary): void {
    this.boilerplate.take(boilerplate);
    this.keysInUse.take(keysInUse);
    this.knownSigners.take(knownSigners);
    this.habits.take(habits);
  }
}
