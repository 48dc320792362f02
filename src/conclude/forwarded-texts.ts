import type { MessageHead } from '../case/store.ts';
import type { QuoteLevel } from '../examine/quotes/levels.ts';
import type { QuoteNodes } from './quote-nodes.ts';
import type { QuotedParent } from './quoted-parents.ts';

// "Fwd:", "TR :" and the marks of answers, repeated.
const MARKS =
  /^(?:\s*(?:re|aw|sv|rép|réf|antw|fwd?|tr|wg|i|rv|enc)\s*(?:\[\d{1,3}\]|\(\d{1,3}\))?\s*:\s*)+/iu;
// A subject shorter than this joins strangers ("Hello", "Question").
const SHORTEST_SUBJECT = 6;
/** Messages of one subject that a forwarded text is compared with. Attack: ten thousand of one subject. */
const MOST_CANDIDATES = 8;

/**
 * Where a text quotes another by its header block only (From, Subject) and names no Message-ID that the leak
 * has, as forwarding programs and Outlook do: the messages of that subject it may be.
 */
export class ForwardedTexts {
  readonly #bySubject = new Map<string, MessageHead[]>();

  constructor(messages: readonly MessageHead[], nodes: QuoteNodes) {
    const wanted = new Set(
      messages.filter(({ subject }) => MARKS.test(subject)).map(({ subject }) => baseSubject(subject)),
    );
    for (const message of messages) {
      const base = baseSubject(message.subject);
      if (base.length < SHORTEST_SUBJECT || !wanted.has(base) || !nodes.isFirst(message)) continue;
      const same = this.#bySubject.get(base);
      if (same === undefined) this.#bySubject.set(base, [message]);
      else if (same.length < MOST_CANDIDATES) same.push(message);
    }
  }

  /** Whether it is worth while to read its text for header blocks. */
  mayHold({ subject }: MessageHead): boolean {
    return MARKS.test(subject) && (this.#bySubject.get(baseSubject(subject))?.length ?? 0) > 1;
  }

  of(message: MessageHead, levels: readonly QuoteLevel[]): readonly QuotedParent[] {
    return levels.flatMap(({ header }, depth) => {
      if (header === null || depth === 0) return [];
      return (this.#bySubject.get(baseSubject(header.subject)) ?? [])
        .filter(({ row }) => row !== message.row)
        .map((parent) => ({ message: parent, depth }));
    });
  }
}

/** A subject without the marks of answers and forwards, in lower case. */
export function baseSubject(subject: string): string {
  return subject.replace(MARKS, '').replace(/\s+/gu, ' ').trim().toLowerCase();
}
