import * as clocks from '../clocks/clocks.ts';
import type { Writing } from './program.ts';

/** Outlook's Thread-Index: that of the mail answered with five bytes more, or a new one. */
export function classicThreadIndex({ parent, clock, random }: Writing): Buffer {
  const before = parent?.threadIndex ?? null;
  // An index that begins with 01 is Exchange's own; Outlook goes on from it all the same, and we begin anew.
  return before === null || before[1] === 1
    ? clocks.threadIndex(clock, random)
    : clocks.threadIndexReply(before, clock, random);
}

/** Exchange's Thread-Index, with another reckoning of the clock: goes on only from one of its own. */
export function modernThreadIndex({ parent, clock, random }: Writing): Buffer {
  const before = parent?.threadIndex ?? null;
  return before === null || before[1] !== 1
    ? clocks.exchangeThreadIndex(clock, random)
    : clocks.exchangeThreadIndexReply(before, clock, random);
}
