import { isVerified, type QuoteNode, type Standing } from '../examine/corroborate/graph.ts';
import type { Duplicates } from '../examine/duplicates/duplicates.ts';
import type { Anchors } from './anchors.ts';
import type { MessageTable } from './message-table.ts';

/** One node for all copies of a message, known by the number of the first; it stands as the best of them. */
export class QuoteNodes {
  readonly #messages: MessageTable;
  readonly #duplicates: Duplicates;
  readonly #anchors: Anchors;
  /** The copy that is verified, else the first: 4 bytes a message. */
  readonly #shown: Int32Array;

  constructor(messages: MessageTable, duplicates: Duplicates, anchors: Anchors) {
    this.#messages = messages;
    this.#duplicates = duplicates;
    this.#anchors = anchors;
    this.#shown = Int32Array.from({ length: messages.length }, (_, message) => message);
    const isBestKnown = new Uint8Array(messages.length);
    for (let message = 0; message < messages.length; message++) {
      const first = duplicates.firstOf(message);
      if (!anchors.has(message) || isBestKnown[first] === 1) continue;
      this.#shown[first] = message;
      isBestKnown[first] = anchors.isCovered(message) ? 1 : 0;
    }
  }

  /** The node of a message, whichever copy it is. */
  of(message: number): number {
    return this.#duplicates.firstOf(message);
  }

  /** Looked at once for all copies. */
  isFirst(message: number): boolean {
    return this.#duplicates.isFirst(message);
  }

  standingOf(node: number): Standing {
    return this.#anchors.of(this.#shown[node] ?? node)?.standing ?? 'open';
  }

  /** Where both are verified there is nothing to be learnt. */
  isWorthAsking(reply: number, parent: number): boolean {
    if (reply === parent) return false;
    return !isVerified(this.standingOf(reply)) || !isVerified(this.standingOf(parent));
  }

  /** @param messageId is asked for only where words of two differ: it is read again */
  describe(node: number, messageId: string | null): QuoteNode {
    const shown = this.#shown[node] ?? node;
    const anchor = this.#anchors.of(shown);
    const time = this.#messages.dateOf(node);
    return {
      id: this.#messages.idOf(node),
      shown: this.#messages.idOf(shown),
      messageId,
      standing: anchor?.standing ?? 'open',
      source: anchor?.source ?? '',
      sender: this.#messages.senderOf(node),
      time: Number.isNaN(time) ? null : time,
    };
  }
}
