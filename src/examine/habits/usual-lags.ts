import type { Scratch } from '../../spill/scratch.ts';
import { LearntSpreads } from './learnt-spreads.ts';
import { Questions } from './questions.ts';
import type { HabitSample } from './sample.ts';
import { type Spread, spreadOf } from './spread.ts';

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
/** Attack: a sender whose every message takes a route of its own. What comes later is not learnt. */
const MOST_ROUTES = 2_000;
/** Six deviations and not less than a quarter of an hour: queues and wrong clocks of minutes are everywhere. */
const DEVIATIONS = 6;
const NARROWEST = 900;
/** A habit this loose says nothing. */
const WIDEST = 86_400;
/** Less than this is a queue, however punctual the route is otherwise. */
const LEAST_UNUSUAL = 4 * 3600;

/**
 * The usual time between the Date of one sender's messages and the first server's Received, by route. By median and median
 * absolute deviation, so that the messages looked for do not move what is usual.
 */
export class OwnLags {
  readonly #lags = new LearntSpreads(MOST_KEPT, MOST_ROUTES);

  add({ habits: { lag, route } }: HabitSample): void {
    if (lag !== null && route !== '') this.#lags.learn(route, lag);
  }

  /** Null where too few of his messages took the route of this one. All are added before. */
  usual({ habits: { lag, route } }: HabitSample): Spread | null {
    return lag === null || route === '' ? null : this.#lags.of(route, LEAST_OF_SENDER);
  }
}

/** The same by route alone, for senders of whom few messages took it. */
export class LagsOfRoutes {
  readonly #questions: Questions;

  constructor(scratch: Scratch) {
    this.#questions = new Questions(scratch, 2);
  }

  learn({ habits: { lag, route } }: HabitSample, message: number): void {
    if (lag !== null && route !== '') this.#questions.learn(route, message, lag);
  }

  ask({ habits: { lag, route } }: HabitSample, message: number): void {
    if (lag !== null && route !== '') this.#questions.ask(route, message, lag);
  }

  /** Tells of messages on whose route enough others went. */
  answer(tell: (message: number, seconds: number, usual: Spread) => void): void {
    this.#questions.answer(
      () => ({ seconds: [] as number[], spread: null as Spread | null }),
      ({ seconds }, word) => {
        if (seconds.length < MOST_KEPT) seconds.push(word(1));
      },
      (route, word) => {
        if (route.seconds.length < LEAST_OF_ROUTE) return;
        route.spread ??= spreadOf(route.seconds);
        if (route.spread !== null) tell(word(0), word(1), route.spread);
      },
    );
  }
}

/** How a message that took so many seconds stands to what is usual; null for a habit that is too loose. */
export function usualLag(seconds: number, spread: Spread): UsualLag | null {
  const bar = Math.round(Math.max(NARROWEST, DEVIATIONS * spread.deviation));
  if (bar > WIDEST) return null;
  const median = Math.round(spread.median);
  const away = Math.abs(seconds - median);
  return { seconds, median, bar, count: spread.count, isUnusual: away > bar && away > LEAST_UNUSUAL };
}
