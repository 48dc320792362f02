import type { QuoteEdge, QuoteNode } from './graph.ts';

/** Who has which words where a quotation and its original differ. */
export interface Witnesses {
  /** Texts that have the parent's words: the parent, and other messages that quote it faithfully. */
  parentSide(edge: QuoteEdge): readonly string[];
  /**
   * Texts that have the reply's words: the reply, other messages that quote the parent just so, and other texts
   * under the parent's Message-ID that the reply quotes faithfully.
   */
  replySide(edge: QuoteEdge): readonly string[];
}

/**
 * Copies of one message are one witness, and so are the messages of one sender. The same message kept elsewhere
 * with the parent's words is a witness against this copy of it: the sender's copy against the recipient's.
 */
export function witnessesOf(edges: readonly QuoteEdge[]): Witnesses {
  const contested = new Set(
    edges.filter(({ comparison }) => comparison.replaced.length > 0).map(({ parent }) => parent.id),
  );
  const contesting = new Set(
    edges.filter(({ comparison }) => comparison.replaced.length > 0).map(({ reply }) => reply.id),
  );
  const faithfulTo = new Map<string, QuoteEdge[]>();
  const byParent = new Map<string, QuoteEdge[]>();
  for (const edge of edges) {
    if (contesting.has(edge.reply.id) && edge.comparison.replaced.length === 0)
      faithfulTo.set(edge.reply.id, [...(faithfulTo.get(edge.reply.id) ?? []), edge]);
    if (!contested.has(edge.parent.id)) continue;
    const same = byParent.get(edge.parent.id);
    if (same === undefined) byParent.set(edge.parent.id, [edge]);
    else same.push(edge);
  }
  const wordsOf = ({ comparison }: QuoteEdge) =>
    JSON.stringify(comparison.replaced.map(({ before, after }) => [before, after]));
  return {
    parentSide(edge) {
      const faithful = (byParent.get(edge.parent.id) ?? []).filter(
        ({ comparison, reply }) =>
          comparison.replaced.length === 0 && comparison.ofOwn >= WHOLE && reply.id !== edge.reply.id,
      );
      return distinct([edge.parent, ...faithful.map(({ reply }) => reply)]);
    },
    replySide(edge) {
      const wanted = wordsOf(edge);
      const alike = (byParent.get(edge.parent.id) ?? []).filter((each) => wordsOf(each) === wanted);
      const versions = (faithfulTo.get(edge.reply.id) ?? []).filter(
        (each) =>
          each.parent.messageId !== null &&
          each.parent.messageId === edge.parent.messageId &&
          hasItsWords(each, edge),
      );
      return distinct([
        edge.reply,
        ...alike.map(({ reply }) => reply),
        ...versions.map(({ parent }) => parent),
      ]);
    },
  };
}

/**
 * Whether another text under the parent's Message-ID has what the reply has in the place in question, and not merely no
 * exchanged words of its own: it agrees with more of the quotation where words were put in, and has less beside it where
 * some were left out. Two forged texts that say different things would else be two witnesses against the genuine one.
 */
function hasItsWords({ comparison }: QuoteEdge, contested: QuoteEdge): boolean {
  const { replaced, ofOwn, ofQuoted } = contested.comparison;
  return replaced.every(({ after }) =>
    after === '' ? comparison.ofOwn > ofOwn : comparison.ofQuoted > ofQuoted,
  );
}

/** Who quotes a part and agrees need not have the words that are in question. */
const WHOLE = 0.9;

/** One id for each message, and for each sender. */
function distinct(nodes: readonly QuoteNode[]): readonly string[] {
  const seen = new Set<string>();
  return nodes
    .filter(({ messageId, id, sender }) => {
      const names = [`m ${messageId ?? id}`, `s ${sender}`];
      if (names.some((name) => seen.has(name))) return false;
      for (const name of names) seen.add(name);
      return true;
    })
    .map(({ shown }) => shown);
}
