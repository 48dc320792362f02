import { learnThenAsk } from '../../spill/groups.ts';
import type { RecordCursor } from '../../spill/record-list.ts';
import { RecordSort } from '../../spill/record-sort.ts';
import type { Scratch } from '../../spill/scratch.ts';
import { hashText, type TextHash } from '../../spill/text-hash.ts';
import type { TextStore } from '../../spill/text-store.ts';
import type { HabitSample } from './sample.ts';
import { type SampleColumns, SENDER, sampleOf, WIDTH } from './sample-table.ts';

/** What is known of a message only when all have been read. */
export type SampleMarks = (message: number) => Pick<HabitSample, 'trusted' | 'counted'>;

/** Told of each sender's samples, all of which are learnt before the first is asked about. */
export interface OfSender {
  learn(sample: HabitSample, message: number): void;
  ask(sample: HabitSample, message: number): void;
  close(): void;
}

/** Words of a record: the hash of the sender, the number of the message, what the sample is made of, and its lag. */
const MESSAGE = 2;
const WORDS = 3;
const RECORD = WORDS + WIDTH + 1;

/** The samples of a whole leak, sender by sender: 72 bytes each that go into a file, and their texts into another. */
export class SampleSort {
  readonly #texts: TextStore;
  readonly #records: RecordSort;
  readonly #hash: TextHash = { high: 0, low: 0 };

  constructor(scratch: Scratch, texts: TextStore) {
    this.#texts = texts;
    this.#records = new RecordSort(scratch, RECORD, WORDS);
  }

  /** @param messages the number of the message of each sample */
  append({ words, codes, lags }: SampleColumns, messages: readonly number[]): void {
    const own = words.map((word) => this.#texts.add(word));
    const record: number[] = Array.from({ length: RECORD }, () => 0);
    for (let at = 0; at < messages.length; at++) {
      const start = at * WIDTH;
      const { high, low } = hashText(words[codes[start + SENDER] ?? 0] ?? '', this.#hash);
      [record[0], record[1], record[MESSAGE]] = [high, low, messages[at] ?? 0];
      for (let word = 0; word < WIDTH; word++) record[WORDS + word] = own[codes[start + word] ?? 0] ?? 0;
      record[WORDS + WIDTH] = lags[at] ?? 0;
      this.#records.add(...record);
    }
  }

  /** Sender by sender; of each, messages come in their order. Called as often as is wished. */
  bySender(marks: SampleMarks, begin: () => OfSender): void {
    learnThenAsk(
      this.#records,
      begin,
      (sender, record) => sender.learn(this.#sampleAt(record, marks), record.word(MESSAGE)),
      (sender, record) => sender.ask(this.#sampleAt(record, marks), record.word(MESSAGE)),
      (sender) => sender.close(),
    );
  }

  #sampleAt(record: RecordCursor, marks: SampleMarks): HabitSample {
    const word = (at: number) => this.#texts.get(record.word(WORDS + at));
    return sampleOf(word, record.word(WORDS + WIDTH), marks(record.word(MESSAGE)));
  }
}
