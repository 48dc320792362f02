import type { MessageRow } from '../case/store.ts';
import { HabitBook, type HabitFinding } from '../examine/habits/habit-book.ts';
import { SampleTable } from '../examine/habits/sample-table.ts';

/** Learns how each sender's mail is made and sent from all messages, then says where one is not. */
export class SenderHabits {
  readonly #table = new SampleTable();
  readonly #numbers = new Map<number, number>();
  #book: HabitBook | null = null;

  /** All are added, and said to be what they are, before the first is asked about. */
  add({ habits, fromAddress: sender, date, row }: MessageRow): void {
    if (habits === null || sender === '') return;
    const month = date === null ? '' : date.slice(0, 7);
    const sample = { sender, habits, month, trusted: false, counted: true };
    this.#numbers.set(row, this.#table.add(sample));
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
  about({ row, clockGap }: MessageRow): HabitFinding | null {
    const number = this.#numbers.get(row);
    if (number === undefined) return null;
    this.#book ??= new HabitBook(this.#table);
    const finding = this.#book.about(this.#table.get(number));
    const isSilent = finding.breaks.length === 0 && (clockGap === null || finding.lag === null);
    return isSilent ? null : finding;
  }
}
