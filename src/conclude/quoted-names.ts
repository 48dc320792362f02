import type { MessageHead } from '../case/store.ts';
import { PackedRecords, unpacked } from '../spill/packed-records.ts';
import { RecordSort } from '../spill/record-sort.ts';
import type { Scratch } from '../spill/scratch.ts';
import { hashText, type TextHash } from '../spill/text-hash.ts';
import type { QuoteNodes } from './quote-nodes.ts';
import type { QuotePairs } from './quote-pairs.ts';

/** A reply names its parents nearest last; older ones are quoted in pieces, if at all. */
const MOST_NAMED = 3;
// Attack: a thousand texts under one Message-ID, each compared with every reply to it.
const MOST_VERSIONS = 8;
/** In the place of a depth: the message bears this Message-ID itself. */
const BEARS = -1;

const WIDTH = 4;

/** What the messages of a piece bear and name. */
export class NamesOfPiece {
  readonly #packed = new PackedRecords(WIDTH);
  readonly #hash: TextHash = { high: 0, low: 0 };

  /** @param place among the messages of the piece */
  add(message: Pick<MessageHead, 'messageId' | 'inReplyTo' | 'references'>, place: number): void {
    if (message.messageId !== null) this.#add(message.messageId, place, BEARS);
    for (const [at, name] of namedBy(message).entries()) this.#add(name, place, at);
  }

  packed(): string {
    return `${this.#packed}`;
  }

  #add(name: string, place: number, at: number): void {
    const { high, low } = hashText(name, this.#hash);
    this.#packed.add(high, low, place, at);
  }
}

/** The messages of the leak that others name as what they answer: both are sorted by the Message-ID. */
export class QuotedNames {
  readonly #names: RecordSort;

  constructor(scratch: Scratch) {
    this.#names = new RecordSort(scratch, WIDTH, 2);
  }

  /** Adds a piece (`NamesOfPiece`). @param first the number of its first message */
  take(packed: string, first: number): void {
    const names = unpacked(packed, WIDTH);
    while (names.next()) this.#names.add(names.word(0), names.word(1), first + names.word(2), names.word(3));
  }

  /** Adds each message that answers another, and that other, where there is something to be learnt. */
  findPairs(nodes: QuoteNodes, pairs: QuotePairs): void {
    const names = this.#names.read();
    let [high, low] = [0, 0];
    let bearing: number[] = [];
    let naming: (readonly [message: number, at: number])[] = [];
    const close = () => {
      for (const [message, at] of naming)
        for (const [order, parent] of bearing.entries())
          if (parent !== message && nodes.isWorthAsking(message, nodes.of(parent)))
            pairs.add({ message, at, order, parent, depth: at + 1, isNamed: true });
      [bearing, naming] = [[], []];
    };
    while (names.next()) {
      if (names.word(0) !== high || names.word(1) !== low) close();
      [high, low] = [names.word(0), names.word(1)];
      const [number, at] = [names.word(2), names.word(3)];
      if (at !== BEARS) {
        if (nodes.isFirst(number)) naming.push([number, at]);
      } else if (bearing.length < MOST_VERSIONS) addVersion(bearing, number, nodes);
    }
    close();
  }
}

/** One of the copies of a text is enough; they need not bear the same Message-ID. */
function addVersion(bearing: number[], number: number, nodes: QuoteNodes): void {
  if (!bearing.some((each) => nodes.of(each) === nodes.of(number))) bearing.push(number);
}

/** What it answers, nearest first (RFC 5322 section 3.6.4). */
function namedBy({
  inReplyTo,
  references,
}: Pick<MessageHead, 'inReplyTo' | 'references'>): readonly string[] {
  const nearest = inReplyTo.length === 1 ? inReplyTo : [];
  return [...new Set([...nearest, ...references.slice(-MOST_NAMED).reverse()])].slice(0, MOST_NAMED);
}
