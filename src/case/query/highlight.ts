import type { QueryNode, WordColumn, WordsNode } from './ast.ts';
import { type WordMatch, wordFinder } from './find-words.ts';

/** Where a match begins and ends in a snippet. The text itself never holds these two. */
export const MATCH_START = '\u0002';
export const MATCH_END = '\u0003';

/** Finds the words of a query in a text, accents and case folded as the index does. */
export type Highlighter = (text: string) => string;

/** Characters of a text that are looked at: an attachment of 4 MB must not cost the list its 50 ms. */
const SCANNED_CHARS = 100_000;
/** Matches looked at to find the best place. */
const MATCHES = 64;
/** Characters of a snippet: two lines of a terminal. */
const WINDOW = 180;
/** Of them, those before the first match. */
const LEAD = 50;

/**
 * Makes the function that cuts the best snippet out of a text: the window with the most different words of
 * the query. It gives '' for a text without any. Null for a query that looks for no words.
 *
 * FTS5's own snippet() is not used: it needs the text in the index's keeping, and reads the whole of it.
 */
export function highlighter(query: QueryNode | null): Highlighter | null {
  const terms = query === null ? [] : wantedTerms(query);
  if (terms.length === 0) return null;
  const find = wordFinder(terms);
  return (text) => {
    const scanned = text.slice(0, SCANNED_CHARS);
    const matches = find(scanned, MATCHES);
    return matches.length === 0 ? '' : cut(scanned, matches);
  };
}

function wantedTerms(node: QueryNode): readonly WordsNode[] {
  if (node.type === 'and' || node.type === 'or') return node.of.flatMap(wantedTerms);
  return node.type === 'words' && isRead(node) ? [node] : [];
}

/** Who wrote to whom, and where it lies, stand beside the snippet: in the text their words are other people's. */
function isRead({ columns }: WordsNode): boolean {
  return columns === null || columns.some((column) => READ.has(column));
}

const READ: ReadonlySet<WordColumn> = new Set(['subject', 'body', 'files']);

function cut(text: string, matches: readonly WordMatch[]): string {
  let best = matches.slice(0, 1);
  for (const [at, first] of matches.entries()) {
    const inside = matches.slice(at).filter((match) => match.end <= first.start + WINDOW - LEAD);
    if (distinct(inside) > distinct(best)) best = inside;
  }
  const first = best[0]?.start ?? 0;
  const start = wordStart(text, Math.max(0, first - LEAD));
  const end = wordEnd(text, Math.max(start + WINDOW, best.at(-1)?.end ?? 0));
  let snippet = start > 0 ? '…' : '';
  let at = start;
  for (const match of matches) {
    if (match.start < at || match.end > end) continue;
    snippet += `${plain(text, at, match.start)}${MATCH_START}${plain(text, match.start, match.end)}${MATCH_END}`;
    at = match.end;
  }
  snippet += plain(text, at, end) + (end < text.length ? '…' : '');
  return snippet.replace(/\s+/g, ' ').trim();
}

function distinct(matches: readonly WordMatch[]): number {
  return new Set(matches.map((match) => match.term)).size;
}

/** The beginning of the first word at or after a place, if one is near. */
function wordStart(text: string, at: number): number {
  if (at === 0) return 0;
  const space = text.slice(at, at + LEAD).search(/\s/);
  return space < 0 ? at : at + space + 1;
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const space = text.slice(at, at + LEAD).search(/\s/);
  return space < 0 ? at : at + space;
}

/** Without the two marks, which a hostile text may hold, and without halves of a surrogate pair. */
function plain(text: string, start: number, end: number): string {
  return text.slice(start, end).replaceAll(MATCH_START, ' ').replaceAll(MATCH_END, ' ').toWellFormed();
}
