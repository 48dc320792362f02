import type { MessageRow } from '../case/store.ts';

/**
 * Different messages, however many mailboxes each lies in: a number of 31 bits for each Message-ID. Of 100,000 messages
 * two are taken for one (the birthday problem), which no count here is sensitive to.
 */
export class DistinctMessages {
  readonly #numbers: Set<number>;

  constructor(numbers: readonly number[] = []) {
    this.#numbers = new Set(numbers);
  }

  get size(): number {
    return this.#numbers.size;
  }

  /** Without a Message-ID a message is one of its own. */
  add({ messageId, row }: Pick<MessageRow, 'messageId' | 'row'>): void {
    this.#numbers.add(numberOf(messageId ?? `row ${row}`));
  }

  /** As plain data, to be handed on. */
  numbers(): readonly number[] {
    return [...this.#numbers];
  }

  take(numbers: readonly number[]): void {
    for (const each of numbers) this.#numbers.add(each);
  }
}

/** FNV-1a (Fowler, Noll, Vo), without its last bit. */
function numberOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 1;
}
