import type { CaseStore } from '../case/store.ts';
import { type Misnamed, mayVouch, type QuoteFinding, weighQuotations } from '../examine/corroborate/graph.ts';
import { otherAuthor } from '../examine/quotes/authors.ts';
import type { AttributedComparison, QuoteComparison } from '../examine/quotes/compare.ts';
import type { Scratch } from '../spill/scratch.ts';
import { baseSubject } from './forwarded-texts.ts';
import type { MessageTable } from './message-table.ts';
import type { Parties } from './parties.ts';
import type { AskedQuotes, QuoteAnswers } from './parts/compare-quotes.ts';
import { describedEdges, type NumberedEdge, QuoteEdges } from './quote-edges.ts';
import type { QuoteNodes } from './quote-nodes.ts';
import type { QuotePair, QuotePairs } from './quote-pairs.ts';

/** Holds quotations against what they quote, in the order in which they are asked for. */
export type CompareQuotes = (asked: Iterable<readonly AskedQuotes[]>) => Iterable<readonly QuoteAnswers[]>;

/** Messages whose texts are compared by one party, one after the other. */
const ASKED_EACH = 100;

export interface Quoting {
  readonly store: Pick<CaseStore, 'headsOf'>;
  readonly scratch: Scratch;
  readonly messages: MessageTable;
  readonly nodes: QuoteNodes;
  readonly parties: Parties;
  readonly compare: CompareQuotes;
}

/**
 * What quotations between messages of the leak say, by node, in no order. What is kept of a pair is a few numbers and
 * the words that differ.
 */
export function* findQuotations(
  pairs: QuotePairs,
  quoting: Quoting,
): IterableIterator<readonly [node: number, finding: QuoteFinding]> {
  const { scratch, messages } = quoting;
  const edges = new QuoteEdges(scratch, messages.length);
  for (const edge of edgesOf(pairs, quoting)) edges.add(edge);
  for (const group of edges.groups()) yield* weighed(group, quoting);
}

function* edgesOf(pairs: QuotePairs, quoting: Quoting): IterableIterator<NumberedEdge> {
  const { messages, nodes, parties, compare } = quoting;
  const asked = pairs.byMessage();
  for (const answers of compare(askedIn(pairs, messages))) {
    for (const comparisons of answers) {
      const of = asked.next().value ?? [];
      for (const [at, pair] of (of as readonly QuotePair[]).entries()) {
        const comparison = comparisons[at] ?? null;
        if (comparison === null || !isQuotation(pair, comparison, quoting)) continue;
        const [reply, parent] = [pair.message, nodes.of(pair.parent)];
        // What is not verified speaks for nobody, whoever wrote it.
        const isParty =
          mayVouch(nodes.standingOf(reply)) &&
          parties.isParty(
            messages.partyOf(pair.message),
            messages.partyOf(pair.parent),
            nodes.standingOf(reply) === 'computed',
          );
        const misnamed = isParty ? misnamedBy(pair, comparison, quoting) : null;
        yield { reply, parent, depth: pair.depth, comparison, isParty, misnamed };
      }
    }
  }
}

function* askedIn(pairs: QuotePairs, messages: MessageTable): IterableIterator<readonly AskedQuotes[]> {
  let asked: AskedQuotes[] = [];
  for (const of of pairs.byMessage()) {
    const [first] = of;
    if (first === undefined) continue;
    asked.push([
      messages.row(first.message),
      of.map(({ parent, depth }) => [messages.row(parent), depth] as const),
    ]);
    if (asked.length < ASKED_EACH) continue;
    yield asked;
    asked = [];
  }
  if (asked.length > 0) yield asked;
}

/**
 * Without a Message-ID nothing says that it is this message which is quoted: another of the same subject may well
 * begin alike. Nor where the subject is another: people answer one version of a text and quote an older one. What
 * agrees counts all the same.
 */
function isQuotation(
  { message, parent, isNamed }: QuotePair,
  { replaced }: QuoteComparison,
  { store, messages }: Quoting,
): boolean {
  if (replaced.length === 0 || !isNamed) return replaced.length === 0;
  const heads = store.headsOf([messages.row(message), messages.row(parent)]);
  const [a = '', b = ''] = heads.map(({ subject }) => baseSubject(subject));
  return a.includes(b) || b.includes(a);
}

/**
 * Whom and which Subject a quotation names. Attack: somebody else's words, which a verified answer quotes, under another From
 * or another Subject. Lists put their own address into From, and their name into Subject.
 */
function misnamedBy(
  { message, parent }: QuotePair,
  { authors, replaced }: AttributedComparison,
  { store, messages }: Quoting,
): Misnamed | null {
  if (replaced.length > 0 || messages.isListed(message) || messages.isListed(parent)) return null;
  const author = otherAuthor(authors, messages.senderOf(parent));
  const heads = store.headsOf([messages.row(message), messages.row(parent)]);
  const [a = '', b = ''] = heads.map(({ subject }) => baseSubject(subject));
  const subject = a === '' || b === '' || a.includes(b) || b.includes(a) ? null : a;
  return author === null && subject === null ? null : { author, subject };
}

function* weighed(
  group: readonly NumberedEdge[],
  { store, messages, nodes }: Quoting,
): IterableIterator<readonly [node: number, finding: QuoteFinding]> {
  const numbers = new Set(group.flatMap(({ reply, parent }) => [reply, parent]));
  const isContested = group.some(({ comparison }) => comparison.replaced.length > 0);
  const rows = isContested ? [...numbers].map((number) => messages.row(number)) : [];
  const messageIds = new Map(store.headsOf(rows).map(({ row, messageId }) => [row, messageId]));
  const byId = new Map([...numbers].map((number) => [messages.idOf(number), number]));
  const edges = describedEdges(group, (node) =>
    nodes.describe(node, messageIds.get(messages.row(node)) ?? null),
  );
  for (const [id, finding] of weighQuotations(edges)) {
    const node = byId.get(id);
    if (node !== undefined) yield [node, finding];
  }
}
