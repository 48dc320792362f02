import type { MessageHead } from '../case/store.ts';
import type { QuoteLevel } from '../examine/quotes/levels.ts';
import { PackedRecords, unpacked } from '../spill/packed-records.ts';
import { RecordSort } from '../spill/record-sort.ts';
import type { Scratch } from '../spill/scratch.ts';
import { hashText, type TextHash } from '../spill/text-hash.ts';
import type { QuoteNodes } from './quote-nodes.ts';
import type { QuotePairs } from './quote-pairs.ts';

// "Fwd:", "TR :" and the marks of answers, repeated.
const MARKS =
  /^(?:\s*(?:re|aw|sv|rép|réf|antw|fwd?|tr|wg|i|rv|enc)\s*(?:\[\d{1,3}\]|\(\d{1,3}\))?\s*:\s*)+/iu;
// A subject shorter than this joins strangers ("Hello", "Question").
const SHORTEST_SUBJECT = 6;
/** Messages of one subject that a forwarded text is compared with. Attack: ten thousand of one subject. */
const MOST_CANDIDATES = 8;

/** What a message stands for under a subject. */
const BEARS = 0;
const BEARS_MARKED = 1;
const QUOTES = 2;

const WIDTH = 4;

/** Subjects of the messages of a piece. */
export class SubjectsOfPiece {
  readonly #packed = new PackedRecords(WIDTH);
  readonly #hash: TextHash = { high: 0, low: 0 };

  /** @param place among the messages of the piece */
  add({ subject }: Pick<MessageHead, 'subject'>, place: number): void {
    const base = baseSubject(subject);
    if (base.length < SHORTEST_SUBJECT) return;
    const { high, low } = hashText(base, this.#hash);
    this.#packed.add(high, low, place, MARKS.test(subject) ? BEARS_MARKED : BEARS);
  }

  packed(): string {
    return `${this.#packed}`;
  }
}

/**
 * Where a text quotes another by its header block only (From, Subject) and names no Message-ID that the leak
 * has, as forwarding programs and Outlook do: the messages of that subject it may be. Subjects are sorted by their
 * hashes, so that those of one come together.
 */
export class ForwardedTexts {
  readonly #subjects: RecordSort;
  /** Of messages that may forward others, as far as their own subject tells. */
  readonly #mayForward: RecordSort;
  /** Subjects of which there is something to find, and who quotes them. */
  readonly #wanted: RecordSort;
  readonly #hash: TextHash = { high: 0, low: 0 };

  constructor(scratch: Scratch) {
    this.#subjects = new RecordSort(scratch, WIDTH, 2);
    this.#mayForward = new RecordSort(scratch, 1, 1);
    this.#wanted = new RecordSort(scratch, 5, 2);
  }

  /** Adds a piece (`SubjectsOfPiece`). @param first the number of its first message */
  take(packed: string, first: number): void {
    const subjects = unpacked(packed, WIDTH);
    while (subjects.next())
      this.#subjects.add(subjects.word(0), subjects.word(1), first + subjects.word(2), subjects.word(3));
  }

  /**
   * Adds each verified message that forwards others which it does not name, and those others.
   *
   * @param pairs of messages that name what they quote: these are not asked
   * @param levelsOf reads the text of a message
   */
  findPairs(
    nodes: QuoteNodes,
    pairs: QuotePairs,
    levelsOf: (message: number) => readonly QuoteLevel[],
  ): void {
    this.#findSubjects(nodes);
    for (const message of this.#withoutNames(pairs)) {
      for (const [depth, { header }] of levelsOf(message).entries()) {
        if (header === null || depth === 0) continue;
        const { high, low } = hashText(baseSubject(header.subject), this.#hash);
        this.#wanted.add(high, low, message, QUOTES, depth);
      }
    }
    this.#meet(nodes, pairs);
  }

  /** Subjects that some message forwards: the first few messages that bear each. */
  #findSubjects(nodes: QuoteNodes): void {
    const subjects = this.#subjects.read();
    let [high, low] = [0, 0];
    let bearing: number[] = [];
    let marked: number[] = [];
    const close = () => {
      if (marked.length > 0) for (const each of bearing) this.#wanted.add(high, low, each, BEARS, 0);
      if (bearing.length > 1)
        for (const each of marked)
          if (nodes.isFirst(each) && nodes.standingOf(each) === 'covered') this.#mayForward.add(each);
      [bearing, marked] = [[], []];
    };
    while (subjects.next()) {
      if (subjects.word(0) !== high || subjects.word(1) !== low) close();
      [high, low] = [subjects.word(0), subjects.word(1)];
      const number = subjects.word(2);
      if (subjects.word(3) === BEARS_MARKED) marked.push(number);
      if (bearing.length < MOST_CANDIDATES && nodes.isFirst(number)) bearing.push(number);
    }
    close();
  }

  *#withoutNames(pairs: QuotePairs): IterableIterator<number> {
    const named = pairs.byMessage();
    let next = named.next();
    const records = this.#mayForward.read();
    while (records.next()) {
      const message = records.word(0);
      while (!next.done && (next.value[0]?.message ?? 0) < message) next = named.next();
      if (next.done || next.value[0]?.message !== message) yield message;
    }
  }

  /** Those that quote a subject come behind those that bear it, which were added first. */
  #meet(nodes: QuoteNodes, pairs: QuotePairs): void {
    const wanted = this.#wanted.read();
    let [high, low] = [0, 0];
    let bearing: number[] = [];
    while (wanted.next()) {
      if (wanted.word(0) !== high || wanted.word(1) !== low) bearing = [];
      [high, low] = [wanted.word(0), wanted.word(1)];
      const [message, depth] = [wanted.word(2), wanted.word(4)];
      if (wanted.word(3) === BEARS) bearing.push(message);
      else
        for (const [order, parent] of bearing.entries())
          if (parent !== message && nodes.isWorthAsking(message, nodes.of(parent)))
            pairs.add({ message, at: depth, order, parent, depth, isNamed: false });
    }
  }
}

/** A subject without the marks of answers and forwards, in lower case. */
export function baseSubject(subject: string): string {
  return subject.replace(MARKS, '').replace(/\s+/gu, ' ').trim().toLowerCase();
}
