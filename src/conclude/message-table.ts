import { isJoinedMessage } from '../model/joined-message.ts';
import { Column } from '../spill/column.ts';
import type { Scratch } from '../spill/scratch.ts';
import { TextStore } from '../spill/text-store.ts';
import { PackedIds } from './packed-ids.ts';
import type { Party } from './parties.ts';
import type { SurveyedHead } from './parts/survey.ts';
import { PathStack } from './path-stack.ts';

/** Bits of a mark. */
const LISTED = 1;
const REBUILT = 2;
const CLOCK_GAP = 4;

/**
 * The messages of the leak by number, in path order: 45 bytes each; addresses lie in a file where there are many. What is
 * more of them (paths, subjects, Message-IDs, texts) is read again where it is asked for.
 */
export class MessageTable {
  readonly #rows = new Column((length) => new Float64Array(length));
  readonly #ids = new PackedIds();
  readonly #dates = new Column((length) => new Float64Array(length));
  readonly #marks = new Column((length) => new Uint8Array(length));
  readonly #senders = new Column((length) => new Uint32Array(length));
  readonly #around = new Column((length) => new Int32Array(length));
  readonly #addresses: TextStore;
  readonly #stack = new PathStack<number>();

  constructor(scratch: Scratch) {
    this.#addresses = new TextStore(scratch);
  }

  get length(): number {
    return this.#rows.length;
  }

  /** In path order. */
  add({ row, id, date, path, list, rebuilt, clockGap, fromAddress }: SurveyedHead): void {
    // Attack: a forged second piece under a genuine first one. What verifies the first says nothing of what was put to it.
    const around = isJoinedMessage(path) ? null : this.#stack.around(path);
    this.#around.push(around?.value ?? -1);
    this.#stack.push(path, this.length);
    this.#rows.push(row);
    this.#ids.push(id);
    this.#dates.push(date === null ? Number.NaN : Date.parse(date));
    this.#marks.push(
      (list === null ? 0 : LISTED) | (rebuilt ? REBUILT : 0) | (clockGap === null ? 0 : CLOCK_GAP),
    );
    this.#senders.push(this.#addresses.add(fromAddress));
  }

  row(number: number): number {
    return this.#rows.at(number);
  }

  idOf(number: number): string {
    return this.#ids.at(number);
  }

  /** Milliseconds since 1970; NaN without a date. */
  dateOf(number: number): number {
    return this.#dates.at(number);
  }

  /** Of all messages, in no order that matters. */
  get dates(): Float64Array {
    return this.#dates.values;
  }

  /** Address of the first From mailbox, lower case. */
  senderOf(number: number): string {
    return this.#addresses.get(this.#senders.at(number));
  }

  /** A mailing list passed it on. */
  isListed(number: number): boolean {
    return (this.#marks.at(number) & LISTED) !== 0;
  }

  isRebuilt(number: number): boolean {
    return (this.#marks.at(number) & REBUILT) !== 0;
  }

  hasClockGap(number: number): boolean {
    return (this.#marks.at(number) & CLOCK_GAP) !== 0;
  }

  /** As `Parties` asks for it. */
  partyOf(number: number): Party {
    return { row: this.row(number), fromAddress: this.senderOf(number), isListed: this.isListed(number) };
  }

  /** The nearest message in which it lies; -1 for what lies in none. */
  around(number: number): number {
    return this.#around.at(number);
  }

  /** Numbers by rows, of a stretch of messages. */
  numbersOf(from: number, before: number): ReadonlyMap<number, number> {
    const numbers = new Map<number, number>();
    for (let number = from; number < before; number++) numbers.set(this.row(number), number);
    return numbers;
  }
}
