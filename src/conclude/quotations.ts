import type { CaseStore, MessageRow } from '../case/store.ts';
import {
  type QuoteEdge,
  type QuoteFinding,
  type QuoteNode,
  weighQuotations,
} from '../examine/corroborate/graph.ts';
import { compareQuote } from '../examine/quotes/compare.ts';
import { type QuoteLevel, quoteLevels } from '../examine/quotes/levels.ts';
import { type Words, wordsOf } from '../examine/quotes/words.ts';
import { baseSubject, ForwardedTexts } from './forwarded-texts.ts';
import type { QuoteNodes } from './quote-nodes.ts';
import { type QuotedParent, QuotedParents } from './quoted-parents.ts';

/**
 * What quotations between messages of the leak say, by id of the first copy. Texts are read again, for pairs of
 * which not both are verified, and not held: what is kept of a pair is a few numbers and the words that differ.
 */
export function findQuotations(
  store: Pick<CaseStore, 'textOf'>,
  messages: readonly MessageRow[],
  nodes: QuoteNodes,
): ReadonlyMap<string, QuoteFinding> {
  const parents = new QuotedParents(messages, nodes);
  const forwarded = new ForwardedTexts(messages, nodes);
  const own = new OwnWords(store);
  const edges: QuoteEdge[] = [];
  for (const message of messages) {
    const reply = nodes.of(message);
    if (reply === null || !nodes.isFirst(message)) continue;
    const worth = ({ message: parent }: QuotedParent) => isWorthAsking(reply, nodes.of(parent));
    const named = parents.of(message).filter(worth);
    const mayForward = named.length === 0 && reply.standing === 'covered' && forwarded.mayHold(message);
    if (named.length === 0 && !mayForward) continue;
    const levels = quoteLevels(store.textOf(message.row));
    for (const { message: parent, depth } of mayForward
      ? forwarded.of(message, levels).filter(worth)
      : named) {
      const comparison = comparisonWith(own.of(parent.row), levels[depth]);
      const node = nodes.of(parent);
      if (comparison === null || node === null) continue;
      if (comparison.replaced.length === 0 || (!mayForward && isAnswer(message, parent)))
        edges.push({ reply, parent: node, comparison, depth });
    }
  }
  return weighQuotations(edges);
}

/**
 * Without a Message-ID nothing says that it is this message which is quoted: another of the same subject may well
 * begin alike. Nor where the subject is another: people answer one version of a text and quote an older one. What
 * agrees counts all the same.
 */
function isAnswer(reply: MessageRow, parent: MessageRow): boolean {
  const [a, b] = [baseSubject(reply.subject), baseSubject(parent.subject)];
  return a.includes(b) || b.includes(a);
}

/** Where both are verified there is nothing to be learnt. */
function isWorthAsking(reply: QuoteNode, parent: QuoteNode | null): boolean {
  if (parent === null || parent.id === reply.id) return false;
  return reply.standing === 'open' || parent.standing === 'open';
}

function comparisonWith(own: Words, level: QuoteLevel | undefined): QuoteEdge['comparison'] | null {
  if (level === undefined || level.lines.length === 0 || own.folded.length === 0) return null;
  return compareQuote(own, wordsOf(level.lines), level.marked);
}

/** Words that messages say themselves; those of a thread are asked for again and again. */
class OwnWords {
  readonly #store: Pick<CaseStore, 'textOf'>;
  readonly #known = new Map<number, Words>();

  constructor(store: Pick<CaseStore, 'textOf'>) {
    this.#store = store;
  }

  of(row: number): Words {
    const known = this.#known.get(row);
    if (known !== undefined) return known;
    const words = wordsOf(quoteLevels(this.#store.textOf(row))[0]?.lines ?? []);
    if (this.#known.size >= MOST_KEPT) this.#known.clear();
    this.#known.set(row, words);
    return words;
  }
}

/** Mailboxes lie in order of time, so the messages of a thread come near each other. */
const MOST_KEPT = 256;
