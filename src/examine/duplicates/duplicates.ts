import { PackedRecords, unpacked } from '../../spill/packed-records.ts';
import type { RecordCursor } from '../../spill/record-list.ts';
import { RecordSort } from '../../spill/record-sort.ts';
import type { Scratch } from '../../spill/scratch.ts';
import { hashText, type TextHash } from '../../spill/text-hash.ts';
import { MessageSets } from '../threads/message-sets.ts';
import { type Digest, digestOf } from './digest.ts';

/** What finding duplicates needs of a message. */
export interface DuplicateInput {
  readonly sha256: string;
  readonly canonical: string;
  readonly messageId: string | null;
}

/** Words of a message: its bytes, its canonical form, its Message-ID, and which of two kinds that is. */
const WIDTH = 11;
/** In place of a kind, where it has no Message-ID, an empty one, or another. */
export const MESSAGE_ID = { none: 0, empty: 1, some: 2 } as const;

/** Hashes of the messages of a piece, one record each. */
export class MessageDigests {
  readonly #packed = new PackedRecords(WIDTH);
  readonly #digest: Digest = { words: new Int32Array(4) };
  readonly #hash: TextHash = { high: 0, low: 0 };

  add({ sha256, canonical, messageId }: DuplicateInput): void {
    const [a = 0, b = 0, c = 0, d = 0] = digestOf(sha256, this.#digest);
    const [e = 0, f = 0, g = 0, h = 0] = digestOf(canonical, this.#digest);
    const { high, low } = hashText(messageId ?? '', this.#hash);
    const kind = messageId === null ? MESSAGE_ID.none : messageId === '' ? MESSAGE_ID.empty : MESSAGE_ID.some;
    this.#packed.add(a, b, c, d, e, f, g, h, high, low, kind);
  }

  packed(): string {
    return `${this.#packed}`;
  }

  /** One record after the other: eight words of hashes, two of the Message-ID, one of its kind. */
  static read(packed: string): RecordCursor {
    return unpacked(packed, WIDTH);
  }
}

/**
 * Exact duplicates by bytes and then by canonical form, and Message-IDs that stand on different contents. Messages are
 * numbered as they are added; their order decides which copy is the first, so it must not depend on chance.
 */
export class DuplicateFinder {
  readonly #contents: RecordSort;
  readonly #ids: RecordSort;
  #messages = 0;

  constructor(scratch: Scratch) {
    this.#contents = new RecordSort(scratch, 6, 5);
    this.#ids = new RecordSort(scratch, 3, 2);
  }

  /** Adds the messages of a piece (`MessageDigests`), which come after those added so far. */
  take(digests: string): void {
    const messages = MessageDigests.read(digests);
    while (messages.next()) {
      const number = this.#messages++;
      this.#addContent(messages, 0, BYTES, number);
      this.#addContent(messages, 4, CANONICAL, number);
      if (messages.word(10) === MESSAGE_ID.some) this.#ids.add(messages.word(8), messages.word(9), number);
    }
  }

  find(): Duplicates {
    const sets = new MessageSets(this.#messages);
    joinEqual(this.#contents.read(), sets);
    return new Duplicates(sets, this.#messages, this.#ids.read());
  }

  #addContent(message: RecordCursor, from: number, kind: number, number: number): void {
    this.#contents.add(
      message.word(from),
      message.word(from + 1),
      message.word(from + 2),
      message.word(from + 3),
      kind,
      number,
    );
  }
}

const BYTES = 0;
const CANONICAL = 1;

function joinEqual(contents: RecordCursor, sets: MessageSets): void {
  const known = new Int32Array(5);
  let first = -1;
  while (contents.next()) {
    const isSame = first !== -1 && known.every((word, at) => word === contents.word(at));
    if (isSame) sets.join(contents.word(5), first);
    else {
      for (let at = 0; at < known.length; at++) known[at] = contents.word(at);
      first = contents.word(5);
    }
  }
}

/** Which messages are copies of each other, and which bear one Message-ID on other contents: 16 bytes a message. */
export class Duplicates {
  /** The first copy of each. */
  readonly #firsts: Int32Array;
  /** The next copy, and the next first copy that bears the same Message-ID; -1 where there is none. */
  readonly #next: Int32Array;
  readonly #nextVersion: Int32Array;
  /** By first copy, the first that bears its Message-ID; -1 where it has it alone. */
  readonly #firstVersion: Int32Array;

  constructor(sets: MessageSets, messages: number, ids: RecordCursor) {
    this.#firsts = Int32Array.from({ length: messages }, (_, number) => sets.root(number));
    this.#next = new Int32Array(messages).fill(-1);
    this.#nextVersion = new Int32Array(messages).fill(-1);
    this.#firstVersion = new Int32Array(messages).fill(-1);
    this.#chainCopies(messages);
    this.#chainVersions(ids);
  }

  firstOf(number: number): number {
    return this.#firsts[number] ?? number;
  }

  isFirst(number: number): boolean {
    return this.firstOf(number) === number;
  }

  hasCopies(number: number): boolean {
    return !this.isFirst(number) || this.#next[number] !== -1;
  }

  /** All copies of a message, itself included, in order. */
  *copiesOf(number: number): IteratorObject<number, undefined> {
    for (let at = this.firstOf(number); at !== -1; at = this.#next[at] ?? -1) yield at;
  }

  hasVersions(number: number): boolean {
    return (this.#firstVersion[this.firstOf(number)] ?? -1) !== -1;
  }

  /** The first messages of other contents that bear the same Message-ID, in order. */
  *versionsOf(number: number): IteratorObject<number, undefined> {
    const own = this.firstOf(number);
    for (let at = this.#firstVersion[own] ?? -1; at !== -1; at = this.#nextVersion[at] ?? -1)
      if (at !== own) yield at;
  }

  #chainCopies(messages: number): void {
    const last = Int32Array.from({ length: messages }, (_, number) => number);
    for (let number = 0; number < messages; number++) {
      const first = this.firstOf(number);
      if (first === number) continue;
      this.#next[last[first] ?? first] = number;
      last[first] = number;
    }
  }

  /** Of copies, the first one's Message-ID counts. */
  #chainVersions(ids: RecordCursor): void {
    let [high, low, first, last] = [0, 0, -1, -1];
    while (ids.next()) {
      const number = ids.word(2);
      if (!this.isFirst(number)) continue;
      if (first !== -1 && ids.word(0) === high && ids.word(1) === low) {
        this.#nextVersion[last] = number;
        this.#firstVersion[first] = first;
        this.#firstVersion[number] = first;
        last = number;
      } else [high, low, first, last] = [ids.word(0), ids.word(1), number, number];
    }
  }
}
