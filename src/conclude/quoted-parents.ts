import type { MessageHead } from '../case/store.ts';
import type { QuoteNodes } from './quote-nodes.ts';

/** A message that another may quote, and at which depth of quotation its words would stand. */
export interface QuotedParent {
  readonly message: MessageHead;
  readonly depth: number;
}

/** A reply names its parents nearest last; older ones are quoted in pieces, if at all. */
const MOST_NAMED = 3;
// Attack: a thousand texts under one Message-ID, each compared with every reply to it.
const MOST_VERSIONS = 8;

/** The messages of the leak that others name as what they answer, by Message-ID. */
export class QuotedParents {
  readonly #versions = new Map<string, MessageHead[]>();

  constructor(messages: readonly MessageHead[], nodes: QuoteNodes) {
    const named = new Set(messages.flatMap(namedBy));
    for (const message of messages) {
      const { messageId } = message;
      if (messageId === null || !named.has(messageId)) continue;
      const same = this.#versions.get(messageId);
      // One of the copies of a text is enough; they need not bear the same Message-ID.
      if (same === undefined) this.#versions.set(messageId, [message]);
      else if (same.length < MOST_VERSIONS && !same.some((each) => nodes.of(each) === nodes.of(message)))
        same.push(message);
    }
  }

  of(message: MessageHead): readonly QuotedParent[] {
    return namedBy(message).flatMap((id, at) =>
      (this.#versions.get(id) ?? [])
        .filter(({ row }) => row !== message.row)
        .map((parent) => ({ message: parent, depth: at + 1 })),
    );
  }
}

/** What it answers, nearest first (RFC 5322 section 3.6.4). */
function namedBy({ inReplyTo, references }: MessageHead): readonly string[] {
  const nearest = inReplyTo.length === 1 ? inReplyTo : [];
  return [...new Set([...nearest, ...references.slice(-MOST_NAMED).reverse()])].slice(0, MOST_NAMED);
}
