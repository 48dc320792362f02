import type { CaseStore } from '../../case/store.ts';

/** How fast the case was sifted, by its custody log. */
export interface SiftSpeed {
  readonly seconds: number;
  readonly messagesPerSecond: number;
}

/** From the custody log of the case: the last sift from its start to its end. Null when none ended. */
export function siftSpeed(store: CaseStore): SiftSpeed | null {
  let started: number | null = null;
  let seconds: number | null = null;
  for (const { action, time } of store.custody()) {
    if (action === 'sift-started') started ??= Date.parse(time);
    if (action === 'sift-ended' && started !== null) {
      seconds = (Date.parse(time) - started) / 1000;
      started = null;
    }
  }
  if (seconds === null || seconds <= 0) return null;
  return { seconds, messagesPerSecond: Math.round(store.totals().items.message / seconds) };
}
