import { eachInGroups } from '../../spill/groups.ts';
import type { RecordCursor } from '../../spill/record-list.ts';
import { RecordSort } from '../../spill/record-sort.ts';
import type { Scratch } from '../../spill/scratch.ts';
import { hashText, type TextHash } from '../../spill/text-hash.ts';

const LEARN = 0;
const ASK = 1;
/** The hash of a key, and whether something is learnt of it or asked. */
const HEAD = 3;

/** What was learnt or asked, word by word. */
type Words = (at: number) => number;

/**
 * What is learnt of very many keys, and what is asked about them, all of which is written down and sorted by the hash of the
 * key, so that of one key after the other all is learnt before anything is answered. Within a key both come in the order of
 * their first word.
 */
export class Questions {
  readonly #records: RecordSort;
  readonly #words: number;
  readonly #hash: TextHash = { high: 0, low: 0 };

  /** @param words whole numbers of 32 bits that go with each */
  constructor(scratch: Scratch, words: number) {
    this.#records = new RecordSort(scratch, HEAD + words, HEAD + 1);
    this.#words = words;
  }

  /** As many words as all others have, or fewer. */
  learn(key: string, ...words: readonly number[]): void {
    this.#add(key, LEARN, words);
  }

  ask(key: string, ...words: readonly number[]): void {
    this.#add(key, ASK, words);
  }

  /** Key by key, with a state of its own for each. */
  answer<State>(
    fresh: () => State,
    learn: (state: State, words: Words) => void,
    answer: (state: State, words: Words) => void,
  ): void {
    const at =
      (record: RecordCursor): Words =>
      (word) =>
        record.word(HEAD + word);
    eachInGroups(this.#records, fresh, (state, record) => {
      if (record.word(HEAD - 1) === LEARN) learn(state, at(record));
      else answer(state, at(record));
    });
  }

  #add(key: string, kind: number, words: readonly number[]): void {
    const { high, low } = hashText(key, this.#hash);
    const padded =
      words.length < this.#words ? [...words, ...Array(this.#words - words.length).fill(0)] : words;
    this.#records.add(high, low, kind, ...padded);
  }
}
