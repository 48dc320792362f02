import type { MessageRow } from '../case/store.ts';
import { RecordSort } from '../spill/record-sort.ts';
import type { Scratch } from '../spill/scratch.ts';
import { type MessageCount, type MessageNumbers, numberOf } from './distinct-messages.ts';

/** Counts different messages of many groups. The numbers of all of them are sorted, and none is held. */
export class DistinctCounts {
  readonly #numbers: RecordSort;
  #groups = 0;
  #counts: number[] | null = null;

  constructor(scratch: Scratch) {
    this.#numbers = new RecordSort(scratch, 2, 2);
  }

  /** A new group. All are added to before the size of the first is asked for. */
  group(): MessageCount {
    const group = this.#groups++;
    const add = (number: number) => this.#numbers.add(group, number);
    const count = () => this.#countAll()[group] ?? 0;
    return {
      get size() {
        return count();
      },
      add: ({ messageId, row }: Pick<MessageRow, 'messageId' | 'row'>) =>
        add(numberOf(messageId ?? `row ${row}`)),
      numbers: count,
      take(numbers: MessageNumbers) {
        if (typeof numbers !== 'number') for (const each of numbers) add(each);
      },
    };
  }

  #countAll(): readonly number[] {
    if (this.#counts !== null) return this.#counts;
    const counts = Array.from({ length: this.#groups }, () => 0);
    const records = this.#numbers.read();
    let [group, number] = [-1, -1];
    while (records.next()) {
      if (records.word(0) === group && records.word(1) === number) continue;
      [group, number] = [records.word(0), records.word(1)];
      counts[group] = (counts[group] ?? 0) + 1;
    }
    this.#counts = counts;
    return counts;
  }
}
