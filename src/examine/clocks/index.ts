/** Clocks that programs leave in a message's headers and boundaries without meaning to (docs/clocks.md). */
export type { Clock, ClockEvent } from './clock.ts';
export { clocksOf } from './clocks.ts';
export { type ClockFinding, compareClocks } from './compare.ts';
export { clockGapOf } from './gap.ts';
