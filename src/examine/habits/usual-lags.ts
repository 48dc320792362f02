import { LearntSpreads } from './learnt-spreads.ts';
import type { HabitSample } from './sample.ts';

/** The time a message took to its first server, beside what its route usually takes. Seconds. */
export interface UsualLag {
  readonly seconds: number;
  readonly median: number;
  /** Half the width of what is usual. */
  readonly bar: number;
  readonly count: number;
  readonly isUnusual: boolean;
}

const LEAST_OF_SENDER = 8;
const LEAST_OF_ROUTE = 20;
/** Attack: a hundred thousand messages of one route; the first few hundred tell as much. */
const MOST_KEPT = 500;
/** Six deviations and not less than a quarter of an hour: queues and wrong clocks of minutes are everywhere. */
const DEVIATIONS = 6;
const NARROWEST = 900;
/** A habit this loose says nothing. */
const WIDEST = 86_400;
/** Less than this is a queue, however punctual the route is otherwise. */
const LEAST_UNUSUAL = 4 * 3600;

/**
 * The usual time between the Date and the first server's Received, by sender and route, else by route alone.
 * By median and median absolute deviation, so that the messages looked for do not move what is usual.
 */
export class UsualLags {
  readonly #lags = new LearntSpreads(MOST_KEPT);

  /** @param ofSender messages of its sender, in all: of a few nothing is learnt but of their routes */
  add({ sender, habits }: HabitSample, ofSender: number): void {
    const { lag, route } = habits;
    if (lag === null || route === '') return;
    if (ofSender >= LEAST_OF_SENDER) this.#lags.learn(`${sender} ${route}`, lag);
    this.#lags.learn(route, lag);
  }

  about({ sender, habits }: HabitSample): UsualLag | null {
    const { lag: seconds, route } = habits;
    if (seconds === null || route === '') return null;
    const spread =
      this.#lags.of(`${sender} ${route}`, LEAST_OF_SENDER) ?? this.#lags.of(route, LEAST_OF_ROUTE);
    if (spread === null) return null;
    const bar = Math.round(Math.max(NARROWEST, DEVIATIONS * spread.deviation));
    if (bar > WIDEST) return null;
    const median = Math.round(spread.median);
    const away = Math.abs(seconds - median);
    return { seconds, median, bar, count: spread.count, isUnusual: away > bar && away > LEAST_UNUSUAL };
  }
}
