import { editDistance } from '../../examine/lookalike/edit-distance.ts';

/** Suggestions told at once. */
const MOST = 3;
/** Letters that may differ: one in so many, two at most. */
const LETTERS_TO_ONE_SLIP = 3;
/** Attack: a word of thousands of letters, against each of the list. */
const LONGEST = 60;

/**
 * Words of a list that somebody may have meant, the nearest first: with a letter or two wrong, or else those that hold what
 * was written, or all parts of it in another order.
 *
 * @param wanted in lower case
 */
export function nearWords(wanted: string, words: readonly string[]): readonly string[] {
  if (wanted.length > LONGEST) return [];
  const slips = Math.min(2, Math.ceil(wanted.length / LETTERS_TO_ONE_SLIP));
  const misspelt = words
    .map((word) => ({ word, distance: editDistance(wanted, word, slips) }))
    .filter(({ word, distance }) => distance <= slips && distance < word.length - 1)
    .sort((a, b) => a.distance - b.distance)
    .map(({ word }) => word);
  const parts = wanted.split(/[^\p{L}\p{N}]+/u).filter((part) => part.length > 1);
  const holding = words.filter((word) => parts.length > 0 && parts.every((part) => word.includes(part)));
  return [...new Set([...misspelt, ...holding])].slice(0, MOST);
}
