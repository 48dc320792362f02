import type { QueryNode, WordsNode } from './ast.ts';
import { type Condition, factCondition, joined } from './fact-condition.ts';

/** A query for the database: conditions over `items i`, and what ranks the hits. */
export interface CompiledQuery {
  /** For `words MATCH ?`, where every hit must hold some words; null otherwise, and then nothing ranks. */
  readonly match: string | null;
  /** An SQL condition that is 0 or 1, never NULL, so that NOT means the rest. */
  readonly where: string;
  readonly parameters: readonly (string | number)[];
}

/**
 * Compiles a query. What the user wrote gets into SQL as parameters only, and into MATCH only as letters and
 * digits inside quotation marks, so that no query can be an error of SQLite's.
 *
 * Words that every hit must hold go into one MATCH that drives the search; words below an OR beside other
 * tests become sub-queries.
 */
export function compileQuery(node: QueryNode | null): CompiledQuery {
  if (node === null) return { match: null, where: '1', parameters: [] };
  const conjuncts = node.type === 'and' ? node.of : [node];
  const wanted = conjuncts.map(matchOf).filter((match) => match !== null);
  if (wanted.length === 0) return { match: null, ...condition(node) };
  const rest = conjuncts.filter((conjunct) => matchOf(conjunct) === null);
  const unwanted = rest.filter(isUnwanted).map((not) => matchOf(not.of) ?? '');
  const tests = rest.filter((conjunct) => !isUnwanted(conjunct));
  return { match: withoutAny(wanted, unwanted), ...condition({ type: 'and', of: tests }) };
}

/** The node as a MATCH expression, if it is made of words alone and asks for at least one. */
function matchOf(node: QueryNode): string | null {
  switch (node.type) {
    case 'words':
      return phrase(node);
    case 'or': {
      const parts = node.of.map(matchOf);
      return parts.every((part) => part !== null) ? `(${parts.join(' OR ')})` : null;
    }
    case 'and': {
      const unwanted = node.of.filter(isUnwanted);
      const parts = node.of.filter((part) => !isUnwanted(part)).map(matchOf);
      if (parts.length === 0 || !parts.every((part) => part !== null)) return null;
      return withoutAny(
        parts,
        unwanted.map((not) => matchOf(not.of) ?? ''),
      );
    }
    default:
      return null;
  }
}

function isUnwanted(node: QueryNode): node is Extract<QueryNode, { type: 'not' }> {
  return node.type === 'not' && matchOf(node.of) !== null;
}

/** FTS5's NOT takes something away from something, so it stands last. */
function withoutAny(wanted: readonly string[], unwanted: readonly string[]): string {
  const all = wanted.length === 1 ? wanted.join('') : `(${wanted.join(' AND ')})`;
  return unwanted.length === 0 ? all : `(${all} NOT (${unwanted.join(' OR ')}))`;
}

const ANYWHERE = 'subject sender recipients copies body files';

function phrase({ columns, words, prefix, first }: WordsNode): string {
  const scope = columns?.join(' ') ?? ANYWHERE;
  return `({${scope}} : ${first ? '^ ' : ''}"${words.join(' ')}"${prefix ? ' *' : ''})`;
}

function condition(node: QueryNode): Condition {
  const match = matchOf(node);
  if (match !== null) {
    return { where: 'i.row IN (SELECT rowid FROM words WHERE words MATCH ?)', parameters: [match] };
  }
  switch (node.type) {
    case 'and':
    case 'or':
      return joined(
        node.of.map(condition),
        node.type === 'and' ? ' AND ' : ' OR ',
        node.type === 'and' ? '1' : '0',
      );
    case 'not': {
      const { where, parameters } = condition(node.of);
      return { where: `NOT ${where}`, parameters };
    }
    case 'words':
      return { where: '0', parameters: [] };
    default:
      return factCondition(node);
  }
}
