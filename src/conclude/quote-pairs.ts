import type { RecordCursor } from '../spill/record-list.ts';
import { RecordSort } from '../spill/record-sort.ts';
import type { Scratch } from '../spill/scratch.ts';

/** A message and another that it may quote, by their numbers. */
export interface QuotePair {
  readonly message: number;
  /** Which of the names that it gives, and which of the messages of that name: their order. */
  readonly at: number;
  readonly order: number;
  readonly parent: number;
  /** At which depth of quotation the words of the other would stand. */
  readonly depth: number;
  /** By Message-ID; else by what its text tells. */
  readonly isNamed: boolean;
}

/** Pairs of messages, in the order of those that quote. */
export class QuotePairs {
  readonly #records: RecordSort;

  constructor(scratch: Scratch) {
    this.#records = new RecordSort(scratch, 6, 3);
  }

  add({ message, at, order, parent, depth, isNamed }: QuotePair): void {
    this.#records.add(message, at, order, parent, depth, isNamed ? 1 : 0);
  }

  /** The pairs of each message that has some. May be read several times, also side by side. */
  *byMessage(): IterableIterator<readonly QuotePair[]> {
    const records = this.#records.read();
    let pairs: QuotePair[] = [];
    while (records.next()) {
      const pair = pairAt(records);
      if (pairs.length > 0 && pairs[0]?.message !== pair.message) {
        yield pairs;
        pairs = [];
      }
      pairs.push(pair);
    }
    if (pairs.length > 0) yield pairs;
  }
}

function pairAt(records: RecordCursor): QuotePair {
  return {
    message: records.word(0),
    at: records.word(1),
    order: records.word(2),
    parent: records.word(3),
    depth: records.word(4),
    isNamed: records.word(5) === 1,
  };
}
