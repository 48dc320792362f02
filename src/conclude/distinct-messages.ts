import type { MessageRow } from '../case/store.ts';

/** Numbers of different messages, or how many there are, once all have been counted. */
export type MessageNumbers = readonly number[] | number;

/** Different messages, however many mailboxes each lies in. */
export interface MessageCount {
  readonly size: number;
  add(message: Pick<MessageRow, 'messageId' | 'row'>): void;
  /** As plain data, to be handed on. */
  numbers(): MessageNumbers;
  take(numbers: MessageNumbers): void;
}

/**
 * A number of 31 bits for each Message-ID. Of 100,000 messages two are taken for one (the birthday problem), which no
 * count here is sensitive to.
 */
export class DistinctMessages implements MessageCount {
  readonly #numbers = new Set<number>();
  /** Of those of which no numbers are known. */
  #counted = 0;

  get size(): number {
    return this.#counted + this.#numbers.size;
  }

  /** Without a Message-ID a message is one of its own. */
  add({ messageId, row }: Pick<MessageRow, 'messageId' | 'row'>): void {
    this.#numbers.add(numberOf(messageId ?? `row ${row}`));
  }

  numbers(): MessageNumbers {
    return [...this.#numbers];
  }

  take(numbers: MessageNumbers): void {
    if (typeof numbers === 'number') this.#counted += numbers;
    else for (const each of numbers) this.#numbers.add(each);
  }
}

/** FNV-1a (Fowler, Noll, Vo), without its last bit. */
export function numberOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 1;
}
