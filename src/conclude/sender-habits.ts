import type { MessageRow } from '../case/store.ts';
import { HabitBook, type HabitFinding } from '../examine/habits/habit-book.ts';
import { type HopGap, HopLags, type HopSummary } from '../examine/habits/hop-lags.ts';
import type { Hop } from '../examine/habits/hops.ts';
import type { SampleMarks } from '../examine/habits/sample-sort.ts';
import { type SampleColumns, SampleTable } from '../examine/habits/sample-table.ts';
import type { Scratch } from '../spill/scratch.ts';
import { ValueList } from '../spill/value-list.ts';

/** What was learnt from some messages, as plain data. */
export interface HabitSummary {
  /** Of each sample, which of the messages it is of, in order. */
  readonly places: readonly number[];
  readonly samples: SampleColumns;
  readonly hops: HopSummary;
  /** Hops that may be told, of the messages that took such. */
  readonly wide: readonly (readonly [place: number, hops: readonly Hop[]])[];
}

/** Learns how the mail of some messages is made and sent. */
export class SenderHabits {
  readonly #table = new SampleTable();
  readonly #hops = new HopLags();
  readonly #places: number[] = [];
  readonly #wide: [place: number, hops: readonly Hop[]][] = [];

  /** @param place among the messages */
  add({ habits, fromAddress: sender, date, path, list }: MessageRow, place: number): void {
    if (habits === null || sender === '') return;
    const month = date === null ? '' : date.slice(0, 7);
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    this.#table.add({ sender, habits, month, folder, list: list ?? '', trusted: false, counted: true });
    this.#places.push(place);
    const wide = this.#hops.add(habits.hops);
    if (wide.length > 0) this.#wide.push([place, wide]);
  }

  summary(): HabitSummary {
    return {
      places: this.#places,
      samples: this.#table.columns(),
      hops: this.#hops.summary(),
      wide: this.#wide,
    };
  }
}

/** The habits of all senders of a leak, and the messages that are not after them. */
export class HabitsOfAll {
  readonly #book: HabitBook;
  readonly #hops = new HopLags();
  readonly #wide: ValueList<readonly [message: number, hops: readonly Hop[]]>;

  constructor(scratch: Scratch) {
    this.#book = new HabitBook(scratch);
    this.#wide = new ValueList(scratch);
  }

  /** Adds what was learnt from messages that come after those learnt from so far. @param first the number of the first */
  take({ places, samples, hops, wide }: HabitSummary, first: number): void {
    this.#book.append(
      samples,
      places.map((place) => first + place),
    );
    this.#hops.take(hops);
    for (const [place, each] of wide) this.#wide.add([first + place, each]);
  }

  /**
   * By number, in order; nothing of what is verified by itself but what no signature vouches for, and of messages of which nothing is to
   * be said: no habit broken, and no lag that a clock's gap is to be held against.
   */
  *findings(
    marks: SampleMarks,
    hasClockGap: (message: number) => boolean,
  ): IterableIterator<readonly [message: number, finding: HabitFinding]> {
    const hops = this.#unusualHops(marks);
    let hop = hops.next();
    for (const [message, finding] of this.#book.findings(marks, hasClockGap)) {
      for (; !hop.done && hop.value[0] < message; hop = hops.next())
        yield [hop.value[0], { ...NO_BREAKS, hop: hop.value[1] }];
      const own = !hop.done && hop.value[0] === message ? hop.value[1] : null;
      if (own !== null) hop = hops.next();
      yield [message, { ...finding, hop: own }];
    }
    for (; !hop.done; hop = hops.next()) yield [hop.value[0], { ...NO_BREAKS, hop: hop.value[1] }];
  }

  /** Of messages that nothing verifies by itself, in order. */
  *#unusualHops(marks: SampleMarks): IterableIterator<readonly [message: number, hop: HopGap]> {
    for (let at = 0; at < this.#wide.length; at++) {
      const [message, wide] = this.#wide.get(at);
      const hop = marks(message).trusted ? null : this.#hops.about(wide);
      if (hop !== null) yield [message, hop];
    }
  }
}

/** Of what breaks no habit of its sender's. */
const NO_BREAKS: HabitFinding = {
  ...{ breaks: [], lag: null, unsigned: null, untraced: null },
  ...{ otherSelector: null, namesake: null, hop: null },
};
