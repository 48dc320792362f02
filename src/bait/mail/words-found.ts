import { WORD_LISTS, type WordKind } from './word-lists.ts';

/** Different words and phrases of each kind in a text of plain letters with single spaces, in the order of the list they are in. */
export function wordsFound(plain: string): ReadonlyMap<WordKind, readonly string[]> {
  const found = new Map<WordKind, readonly string[]>();
  for (const [kind, pattern] of PATTERNS) {
    const words = new Set<string>();
    // Attack: a text of nothing but such words. The alternatives are words without repetition, so each place is
    // tried once.
    for (const [word] of plain.matchAll(pattern)) {
      words.add(word);
      if (words.size >= MOST_WORDS) break;
    }
    if (words.size > 0) found.set(kind, [...words]);
  }
  return found;
}

const MOST_WORDS = 12;

const PATTERNS: readonly (readonly [WordKind, RegExp])[] = Object.entries(WORD_LISTS).map(([kind, list]) => [
  kind as WordKind,
  patternOf(list),
]);

function patternOf(list: string): RegExp {
  const words = list
    .split(/[,|]/u)
    .map((word) => word.trim().replace(/\s+/gu, ' '))
    .filter((word) => word !== '')
    // The longest first, so that a phrase is found before the word it begins with.
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.()+?^$\\]/gu, '\\$&').replaceAll('*', '\\p{L}{0,12}'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
}
