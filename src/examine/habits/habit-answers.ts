import { RecordSort } from '../../spill/record-sort.ts';
import type { Scratch } from '../../spill/scratch.ts';
import { TextStore } from '../../spill/text-store.ts';
import type { Namesake } from './known-names.ts';
import type { HabitBreak } from './sample.ts';
import type { OtherSelector } from './selector-habits.ts';
import type { MissingSignature } from './signing-habits.ts';
import type { MissingTrace } from './trace-habits.ts';
import type { UsualLag } from './usual-lags.ts';

/** What was found out about one message, each thing by itself. */
export interface HabitAnswer {
  readonly ways?: readonly HabitBreak[];
  readonly unsigned?: MissingSignature;
  readonly untraced?: MissingTrace;
  readonly lag?: UsualLag;
  readonly signedElsewhere?: MissingSignature;
  readonly otherSelector?: OtherSelector;
  readonly namesake?: Namesake;
}

/** What is found out about messages in any order, put together by message, in files where it is much. */
export class HabitAnswers {
  readonly #texts: TextStore;
  readonly #records: RecordSort;

  constructor(scratch: Scratch) {
    this.#texts = new TextStore(scratch);
    this.#records = new RecordSort(scratch, 2, 1);
  }

  add(message: number, answer: HabitAnswer): void {
    this.#records.add(message, this.#texts.add(JSON.stringify(answer)));
  }

  /** By message, in order. */
  *inOrder(): IterableIterator<readonly [message: number, answer: HabitAnswer]> {
    const records = this.#records.read();
    let message = -1;
    let answer: HabitAnswer = {};
    while (records.next()) {
      if (records.word(0) !== message) {
        if (message !== -1) yield [message, answer];
        [message, answer] = [records.word(0), {}];
      }
      answer = { ...answer, ...(JSON.parse(this.#texts.get(records.word(1))) as HabitAnswer) };
    }
    if (message !== -1) yield [message, answer];
  }
}
