import { editDistance } from '../../examine/lookalike/edit-distance.ts';

/** Suggestions told at once. */
const MOST = 3;
/** Letters that may differ: one in so many, two at most. */
const LETTERS_TO_ONE_SLIP = 3;
/** Attack: a word of thousands of letters, against each of the list. */
const LONGEST = 60;

/**
 * Words of a list that somebody may have meant, the nearest first: with a letter or two wrong, or else those that hold what
 * was written, all parts of it in another order, or one of them.
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
  const near = holding.length > 0 || misspelt.length > 0 ? holding : words.filter(sharesPart(parts));
  return [...new Set([...misspelt, ...near])].slice(0, MOST);
}

/** Shorter parts, as `as` and `no`, are in too many words to point at any. */
const TELLING_LETTERS = 4;

function sharesPart(parts: readonly string[]): (word: string) => boolean {
  const telling = new Set(parts.filter((part) => part.length >= TELLING_LETTERS));
  return (word) => word.split('-').some((part) => telling.has(part));
}

/** Codes of languages whose name in English, French or their own begins so: who writes `lang:french` means `lang:fr`. */
export function languagesNamed(wanted: string, codes: readonly string[]): readonly string[] {
  if (wanted.length < TELLING_LETTERS || wanted.length > LONGEST) return [];
  return codes
    .filter((code) =>
      ['en', 'fr', code].some((lang) =>
        new Intl.DisplayNames([lang], { type: 'language' }).of(code)?.toLowerCase().startsWith(wanted),
      ),
    )
    .slice(0, MOST);
}
