import type { MessageHabits } from '../../model/index.ts';

/** What one message adds to the habits of its sender. */
export interface HabitSample {
  /** Address, lower case. */
  readonly sender: string;
  readonly habits: Omit<MessageHabits, 'hops'>;
  /** `2017-04`; empty when unknown. */
  readonly month: string;
  /** What shows that a mailing list passed it on, or an empty string. */
  readonly list: string;
  /** Where it lies: the folder or mailbox; empty when unknown. */
  readonly folder: string;
  /** Verified by itself: learnt from first. */
  readonly trusted: boolean;
  /** Learnt from; not for a further copy of a message. */
  readonly counted: boolean;
}

/** A way in which habits can be broken, each with causes of its own. */
export type HabitWay = 'program' | 'zone' | 'identity' | 'route' | 'unsigned' | 'untraced' | 'lag';

/** One way in which a message is unlike the others. */
export interface HabitBreak {
  readonly way: HabitWay;
  /** Usual and seen value of each habit that is broken in this way. */
  readonly usual: readonly string[];
  readonly seen: readonly string[];
  /** Messages that show the habit. */
  readonly of: number;
}
