import type { MessageRow } from '../case/store.ts';
import { Boilerplate } from './boilerplate.ts';
import { KeysInUse } from './keys-in-use.ts';
import { SenderHabits } from './sender-habits.ts';

/** What the leak and the archive themselves show of routes, keys and habits, in one reading of both. */
export class Learnt {
  readonly boilerplate = new Boilerplate();
  readonly keysInUse = new KeysInUse();
  readonly habits = new SenderHabits();

  /** The archive comes first. Of it nothing is learnt about habits: it is what the leak is held against. */
  add(message: MessageRow): void {
    if (message.role === 'leak') this.habits.add(message);
    const { signatures } = message;
    if (signatures.length === 0) return;
    this.boilerplate.add(message, signatures);
    this.keysInUse.add(message, signatures);
  }
}
