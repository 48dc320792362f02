import type { MessageHead, MessageRow } from '../case/store.ts';
import { HabitBook, type HabitFinding } from '../examine/habits/habit-book.ts';
import { HopLags, type HopSummary } from '../examine/habits/hop-lags.ts';
import { type SampleColumns, SampleTable } from '../examine/habits/sample-table.ts';

/** What was learnt from some messages, as plain data. */
export interface HabitSummary {
  /** Of each sample, in order. */
  readonly rows: readonly number[];
  readonly samples: SampleColumns;
  readonly hops: HopSummary;
}

/** Learns how each sender's mail is made and sent from all messages, then says where one is not. */
export class SenderHabits {
  readonly #table = new SampleTable();
  readonly #hops = new HopLags();
  readonly #numbers = new Map<number, number>();
  #book: HabitBook | null = null;

  /** All are added, and said to be what they are, before the first is asked about. */
  add({ habits, fromAddress: sender, date, row, path, list }: MessageRow): void {
    if (habits === null || sender === '') return;
    const month = date === null ? '' : date.slice(0, 7);
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    const sample = { sender, habits, month, folder, list: list ?? '', trusted: false, counted: true };
    this.#numbers.set(row, this.#table.add(sample));
    this.#hops.add(row, habits.hops);
  }

  summary(): HabitSummary {
    return { rows: [...this.#numbers.keys()], samples: this.#table.columns(), hops: this.#hops.summary() };
  }

  /** Adds what was learnt from messages that come after those learnt from so far. */
  take({ rows, samples, hops }: HabitSummary): void {
    this.#hops.take(hops);
    const first = this.#table.append(samples);
    for (const [at, row] of rows.entries()) this.#numbers.set(row, first + at);
  }

  /** It is verified by itself. */
  trust(row: number): void {
    const number = this.#numbers.get(row);
    if (number !== undefined) this.#table.trust(number);
  }

  /** It is a further copy, from which nothing is learnt a second time. */
  passOver(row: number): void {
    const number = this.#numbers.get(row);
    if (number !== undefined) this.#table.passOver(number);
  }

  /** Null where nothing is to be said: no habit broken, and no lag that a clock's gap is to be held against. */
  about({ row, clockGap }: MessageHead): HabitFinding | null {
    const number = this.#numbers.get(row);
    if (number === undefined) return null;
    this.#book ??= new HabitBook(this.#table);
    const hop = this.#hops.about(row);
    const finding = { ...this.#book.about(this.#table.get(number)), hop };
    const isSilent =
      finding.breaks.length === 0 && hop === null && (clockGap === null || finding.lag === null);
    return isSilent ? null : finding;
  }
}
