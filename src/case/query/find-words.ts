import { isIdeograph } from '../ideographs.ts';
import type { WordsNode } from './ast.ts';
import { foldWord, termPattern } from './term-pattern.ts';

/** Where a term of a query stands in a text. */
export interface WordMatch {
  readonly start: number;
  readonly end: number;
  /** Which of the terms. */
  readonly term: number;
}

/** The first `most` matches in a text, in order. */
export type WordFinder = (text: string, most: number) => readonly WordMatch[];

/** More terms than these are looked up by the words of the text: one pattern of all is tried at each letter for each term. */
const FEW = 12;

/**
 * Finds the terms of a query in a text. Of few terms one pattern is the fastest; a query of 198 words took it 40 ms a text, which
 * is four seconds for the rows of one page.
 */
export function wordFinder(terms: readonly WordsNode[]): WordFinder {
  // Ideographs stand without spaces: no run of letters is a word to look up.
  const isTight = terms.some(({ words }) => isIdeograph(words[0] ?? ''));
  return terms.length <= FEW || isTight ? byPattern(terms) : byWords(terms);
}

function byPattern(terms: readonly WordsNode[]): WordFinder {
  const pattern = new RegExp(terms.map((term) => `(${termPattern(term)})`).join('|'), 'giu');
  return (text, most) => {
    const matches: WordMatch[] = [];
    for (const found of text.matchAll(pattern)) {
      const term = found.findIndex((group, at) => at > 0 && group !== undefined) - 1;
      if (found[0] !== '') matches.push({ start: found.index, end: found.index + found[0].length, term });
      if (matches.length === most) break;
    }
    return matches;
  };
}

interface Candidate {
  readonly term: number;
  /** Matches the whole term from where its first word begins. */
  readonly pattern: RegExp;
}

/** A run of what words are made of; whatever stands between is no part of a term's first word. */
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

function byWords(terms: readonly WordsNode[]): WordFinder {
  const whole = new Map<string, Candidate[]>();
  const beginnings = new Map<string, Candidate[]>();
  for (const [term, node] of terms.entries()) {
    const [first = ''] = node.words;
    const into = node.prefix && node.words.length === 1 ? beginnings : whole;
    const known = into.get(foldWord(first)) ?? [];
    known.push({ term, pattern: new RegExp(termPattern(node), 'iuy') });
    into.set(foldWord(first), known);
  }
  const lengths = [...new Set([...beginnings.keys()].map(({ length }) => length))].sort((a, b) => b - a);
  return (text, most) => {
    const matches: WordMatch[] = [];
    let from = 0;
    for (const { 0: word, index } of text.matchAll(WORD)) {
      if (index < from) continue;
      const folded = foldWord(word);
      const begun = lengths.flatMap((length) => beginnings.get(folded.slice(0, length)) ?? []);
      const candidates = [...(whole.get(folded) ?? []), ...begun].sort((a, b) => a.term - b.term);
      const match = firstMatch(text, index, candidates);
      if (match === null) continue;
      matches.push(match);
      from = match.end;
      if (matches.length === most) break;
    }
    return matches;
  };
}

function firstMatch(text: string, start: number, candidates: readonly Candidate[]): WordMatch | null {
  for (const { term, pattern } of candidates) {
    pattern.lastIndex = start;
    if (pattern.test(text)) return { start, end: pattern.lastIndex, term };
  }
  return null;
}
