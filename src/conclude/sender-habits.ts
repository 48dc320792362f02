import type { MessageRow } from '../case/store.ts';
import { HabitBook, type HabitFinding } from '../examine/habits/habit-book.ts';
import { HopLags, type HopSummary } from '../examine/habits/hop-lags.ts';
import type { Hop } from '../examine/habits/hops.ts';
import { SampleList, type SampleMarks } from '../examine/habits/sample-list.ts';
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
  readonly #samples: SampleList;
  readonly #hops = new HopLags();
  readonly #wide: ValueList<readonly [message: number, hops: readonly Hop[]]>;

  constructor(scratch: Scratch) {
    this.#samples = new SampleList(scratch);
    this.#wide = new ValueList(scratch);
  }

  /** Adds what was learnt from messages that come after those learnt from so far. @param first the number of the first */
  take({ places, samples, hops, wide }: HabitSummary, first: number): void {
    this.#samples.append(
      samples,
      places.map((place) => first + place),
    );
    this.#hops.take(hops);
    for (const [place, each] of wide) this.#wide.add([first + place, each]);
  }

  /**
   * By number, in order; nothing of what is verified by itself, and of messages of which nothing is to be said: no
   * habit broken, and no lag that a clock's gap is to be held against.
   */
  *findings(
    marks: SampleMarks,
    hasClockGap: (message: number) => boolean,
  ): IterableIterator<readonly [message: number, finding: HabitFinding]> {
    const book = new HabitBook(this.#samples.samples(marks));
    const wide = this.#wideInOrder();
    for (const [message, sample] of this.#samples.read(marks)) {
      if (sample.trusted) {
        const namesake = book.namesake(sample);
        const missing = book.missingMarks(sample);
        const isMissing = Object.values(missing).some((each) => each !== null);
        if (namesake !== null || isMissing) yield [message, { ...NO_BREAKS, namesake, ...missing }];
        continue;
      }
      const hop = this.#hops.about(wide(message));
      const finding = { ...book.about(sample), hop };
      const { breaks, lag, otherSelector, namesake } = finding;
      const hasLag = hasClockGap(message) && lag !== null;
      const isTold = breaks.length > 0 || hop !== null || otherSelector !== null || namesake !== null;
      if (isTold || hasLag) yield [message, finding];
    }
  }

  /** Of messages asked for in order. */
  #wideInOrder(): (message: number) => readonly Hop[] {
    let at = 0;
    let next = this.#wide.length === 0 ? null : this.#wide.get(0);
    return (message) => {
      while (next !== null && next[0] < message) next = ++at < this.#wide.length ? this.#wide.get(at) : null;
      return next?.[0] === message ? next[1] : [];
    };
  }
}

/** Of what is verified by itself, no other habit speaks. */
const NO_BREAKS: HabitFinding = {
  ...{ breaks: [], lag: null, unsigned: null, untraced: null },
  ...{ otherSelector: null, namesake: null, hop: null },
};
