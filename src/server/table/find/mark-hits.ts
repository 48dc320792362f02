import type { FactNode, QueryNode } from '../../../case/query/index.ts';
import type { CaseTable } from '../case-table.ts';
import { factTest } from './fact-test.ts';

/** A byte for each item, 1 for a hit. */
export type Marks = Uint8Array;

/**
 * The hits of a query: facts that the table holds are looked up in its columns, all else is asked of the store, words that
 * belong together in one question. So a filter added to words costs no second look into the index.
 *
 * @param ask the hits of a query by the store; its marks are read and never written to
 */
export function markHits(node: QueryNode, table: CaseTable, ask: (node: QueryNode) => Marks): Marks {
  switch (node.type) {
    case 'words':
      return ask(node);
    case 'not':
      return inverted(markHits(node.of, table, ask));
    case 'and':
    case 'or': {
      const asked = node.of.filter((part) => !isKnown(part, table));
      const known = node.of.filter((part) => isKnown(part, table));
      const together = askedTogether(node.type, asked).map((part) => markOne(part, table, ask));
      return combined(node.type, table.count, [
        ...together,
        ...known.map((part) => markHits(part, table, ask)),
      ]);
    }
    default:
      return markFact(node, table, ask);
  }
}

/** What of a query is asked of the store in one question because it is words; null where that is nothing. */
export function wordsIn(node: QueryNode): QueryNode | null {
  if (node.type !== 'and') return isOfWords(node) ? node : null;
  const words = node.of.filter(isOfWords);
  const [only] = words;
  return words.length > 1 ? { type: 'and', of: words } : (only ?? null);
}

/** Made of facts of the table alone. */
function isKnown(node: QueryNode, table: CaseTable): boolean {
  switch (node.type) {
    case 'words':
      return false;
    case 'not':
      return isKnown(node.of, table);
    case 'and':
    case 'or':
      return node.of.every((part) => isKnown(part, table));
    default:
      return factTest(node, table) !== null;
  }
}

/** What the store answers best in one question: words with words, and what is taken from them. */
function askedTogether(type: 'and' | 'or', parts: readonly QueryNode[]): readonly QueryNode[] {
  const words = parts.filter(isOfWords);
  if (words.length < 2 || words.every(({ type }) => type === 'not')) return parts;
  return [{ type, of: words }, ...parts.filter((part) => !isOfWords(part))];
}

function isOfWords(node: QueryNode): boolean {
  switch (node.type) {
    case 'words':
      return true;
    case 'not':
      return isOfWords(node.of);
    case 'and':
    case 'or':
      return node.of.every(isOfWords);
    default:
      return false;
  }
}

function markOne(node: QueryNode, table: CaseTable, ask: (node: QueryNode) => Marks): Marks {
  // What words are not in is most of the case: the index is asked for the few.
  if (isOfWords(node) && node.type !== 'not') return ask(node);
  return markHits(node, table, ask);
}

function markFact(node: FactNode, table: CaseTable, ask: (node: QueryNode) => Marks): Marks {
  const test = factTest(node, table);
  if (test === null) return ask(node);
  const marks = new Uint8Array(table.count);
  for (let item = 0; item < marks.length; item++) if (test(item)) marks[item] = 1;
  return marks;
}

function inverted(marks: Marks): Marks {
  return marks.map((mark) => 1 - mark);
}

function combined(type: 'and' | 'or', count: number, all: readonly Marks[]): Marks {
  const [first] = all;
  const marks = first === undefined ? new Uint8Array(count).fill(type === 'and' ? 1 : 0) : first.slice();
  for (const other of all.slice(1))
    for (let item = 0; item < marks.length; item++) {
      const both = (marks[item] ?? 0) + (other[item] ?? 0);
      marks[item] = both >= (type === 'and' ? 2 : 1) ? 1 : 0;
    }
  return marks;
}
