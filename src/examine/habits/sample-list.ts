import { type RecordCursor, RecordList } from '../../spill/record-list.ts';
import type { Scratch } from '../../spill/scratch.ts';
import type { HabitSample } from './sample.ts';
import { type SampleColumns, sampleOf, WIDTH } from './sample-table.ts';

/** What is known of a message only when all have been read. */
export type SampleMarks = (message: number) => Pick<HabitSample, 'trusted' | 'counted'>;

/**
 * The samples of a whole leak, to be gone through from the first to the last: 64 bytes each that go into a file, and
 * every value once.
 */
export class SampleList {
  readonly #numbers = new Map<string, number>();
  readonly #words: string[] = [];
  readonly #records: RecordList;

  constructor(scratch: Scratch) {
    this.#records = new RecordList(scratch, WIDTH + 2);
  }

  /** @param messages the number of the message of each sample, in order */
  append({ words, codes, lags }: SampleColumns, messages: readonly number[]): void {
    const own = words.map((word) => this.#code(word));
    const record = new Int32Array(WIDTH + 2);
    for (let at = 0; at < messages.length; at++) {
      for (let word = 0; word < WIDTH; word++) record[word] = own[codes[at * WIDTH + word] ?? 0] ?? 0;
      record[WIDTH] = lags[at] ?? 0;
      record[WIDTH + 1] = messages[at] ?? 0;
      this.#records.addAll(record);
    }
  }

  /** Iterable again and again. */
  samples(marks: SampleMarks): Iterable<HabitSample> {
    const read = () => this.read(marks);
    return {
      *[Symbol.iterator]() {
        for (const [, sample] of read()) yield sample;
      },
    };
  }

  /** With the numbers of their messages. */
  *read(marks: SampleMarks): IterableIterator<readonly [message: number, sample: HabitSample]> {
    const cursor = this.#records.read();
    while (cursor.next()) {
      const message = cursor.word(WIDTH + 1);
      yield [message, this.#sampleAt(cursor, marks(message))];
    }
  }

  #sampleAt(cursor: RecordCursor, marks: ReturnType<SampleMarks>): HabitSample {
    return sampleOf((at) => this.#words[cursor.word(at)] ?? '', cursor.word(WIDTH), marks);
  }

  #code(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const number = this.#words.push(word) - 1;
    this.#numbers.set(word, number);
    return number;
  }
}
