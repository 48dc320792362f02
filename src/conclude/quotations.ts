import type { CaseStore, MessageHead } from '../case/store.ts';
import {
  type QuoteEdge,
  type QuoteFinding,
  type QuoteNode,
  weighQuotations,
} from '../examine/corroborate/graph.ts';
import { baseSubject, ForwardedTexts } from './forwarded-texts.ts';
import type { Parties } from './parties.ts';
import { type AskedQuotes, type QuoteAnswers, QuotedTexts } from './parts/compare-quotes.ts';
import type { QuoteNodes } from './quote-nodes.ts';
import { type QuotedParent, QuotedParents } from './quoted-parents.ts';

/** Holds quotations against what they quote, in the order in which they are asked for. */
export type CompareQuotes = (asked: readonly AskedQuotes[]) => readonly QuoteAnswers[];

interface Asking {
  readonly message: MessageHead;
  readonly reply: QuoteNode;
  /** The messages that it names; none where it may forward what only its text tells. */
  readonly named: readonly QuotedParent[];
}

/**
 * What quotations between messages of the leak say, by id of the first copy. What is kept of a pair is a few numbers
 * and the words that differ.
 */
export function findQuotations(
  store: Pick<CaseStore, 'textOf'>,
  messages: readonly MessageHead[],
  nodes: QuoteNodes,
  parties: Parties,
  compare: CompareQuotes,
): ReadonlyMap<string, QuoteFinding> {
  const forwarded = new ForwardedTexts(messages, nodes);
  const asking = whoAsks(messages, nodes, forwarded);
  const naming = asking.filter(({ named }) => named.length > 0);
  const answers = compare(
    naming.map(({ message, named }) => [
      message.row,
      named.map(({ message: parent, depth }) => [parent.row, depth]),
    ]),
  );
  const answerOf = new Map(naming.map((each, at) => [each, answers[at] ?? []] as const));
  const texts = new QuotedTexts(store);
  const edges: QuoteEdge[] = [];
  for (const each of asking) {
    const { message, reply, named } = each;
    const levels = named.length > 0 ? [] : texts.levelsOf(message.row);
    const parents =
      named.length > 0
        ? named
        : forwarded.of(message, levels).filter((parent) => isWorthAsking(reply, nodes.of(parent.message)));
    for (const [at, { message: parent, depth }] of parents.entries()) {
      const comparison =
        named.length > 0 ? (answerOf.get(each)?.[at] ?? null) : texts.compare(parent.row, levels[depth]);
      const node = nodes.of(parent);
      if (comparison === null || node === null) continue;
      if (comparison.replaced.length === 0 || (named.length > 0 && isAnswer(message, parent)))
        edges.push({ reply, parent: node, comparison, depth, isParty: speaks(reply, message, parent) });
    }
  }
  return weighQuotations(edges);

  /** What is not verified speaks for nobody, whoever wrote it. */
  function speaks(reply: QuoteNode, message: MessageHead, parent: MessageHead): boolean {
    return reply.standing === 'covered' && parties.isParty(message, parent);
  }
}

/** Messages that name what they answer, or may forward it, in their order. */
function whoAsks(
  messages: readonly MessageHead[],
  nodes: QuoteNodes,
  forwarded: ForwardedTexts,
): readonly Asking[] {
  const parents = new QuotedParents(messages, nodes);
  return messages.flatMap((message) => {
    const reply = nodes.of(message);
    if (reply === null || !nodes.isFirst(message)) return [];
    const named = parents.of(message).filter((parent) => isWorthAsking(reply, nodes.of(parent.message)));
    const mayForward = named.length === 0 && reply.standing === 'covered' && forwarded.mayHold(message);
    return named.length > 0 || mayForward ? [{ message, reply, named }] : [];
  });
}

/**
 * Without a Message-ID nothing says that it is this message which is quoted: another of the same subject may well
 * begin alike. Nor where the subject is another: people answer one version of a text and quote an older one. What
 * agrees counts all the same.
 */
function isAnswer(reply: MessageHead, parent: MessageHead): boolean {
  const [a, b] = [baseSubject(reply.subject), baseSubject(parent.subject)];
  return a.includes(b) || b.includes(a);
}

/** Where both are verified there is nothing to be learnt. */
function isWorthAsking(reply: QuoteNode, parent: QuoteNode | null): boolean {
  if (parent === null || parent.id === reply.id) return false;
  return reply.standing === 'open' || parent.standing === 'open';
}
