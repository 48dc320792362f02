import type { MessageHabits } from '../../model/index.ts';
import type { HabitBreak, HabitSample, HabitWay } from './sample.ts';
import { ValueCounts } from './value-counts.ts';

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

/** How the messages of one sender are made and sent. */
export class OwnWays {
  readonly #known = new Map<Habit, ValueCounts>();

  add(sample: HabitSample): void {
    for (const habit of HABITS) {
      const value = habitOf(sample, habit);
      if (value === '') continue;
      const counts = this.#known.get(habit) ?? new ValueCounts();
      this.#known.set(habit, counts);
      counts.add(value, sample.trusted);
    }
  }

  /** Ways in which a message of the sender is unlike the others. All are added before. */
  broken(sample: HabitSample): readonly HabitBreak[] {
    return WAYS.flatMap((way) => this.#brokenIn(way, sample));
  }

  #brokenIn([way, habits, needed]: (typeof WAYS)[number], sample: HabitSample): readonly HabitBreak[] {
    const usual: string[] = [];
    const seen: string[] = [];
    let of = 0;
    for (const habit of habits) {
      const value = habitOf(sample, habit);
      const broken = value === '' ? null : (this.#known.get(habit)?.broken(value, LEAST_HISTORY) ?? null);
      if (broken === null) continue;
      usual.push(broken.usual);
      seen.push(value);
      of = Math.max(of, broken.of);
    }
    return seen.length >= needed ? [{ way, usual, seen, of }] : [];
  }
}

/** A zone goes with the season. Clocks change in March and October, on days that differ by country and year. */
function habitOf(sample: HabitSample, habit: Habit): string {
  const { habits } = sample;
  if (habit !== 'zone' || habits.zone === '') return habits[habit];
  const month = Number(sample.month.slice(5, 7));
  if (month === 3 || month === 10 || month === 0) return '';
  return `${habits.zone} ${month > 3 && month < 10 ? 'summer' : 'winter'}`;
}
