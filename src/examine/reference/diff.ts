import { diffArrays } from 'diff';
import { wordsOf } from './words.ts';

/** A stretch of words that differs, with a few words before it to find the place. */
export interface WordChange {
  readonly type: 'removed' | 'added';
  readonly text: string;
  readonly after: string;
}

/** What has to be done to one text to get another. */
export interface WordDiff {
  readonly changes: readonly WordChange[];
  /** Nothing of `from` is missing and its words stand together: text was only put before or behind. */
  readonly onlyAdded: boolean;
}

// Attack: two texts of a million different words make the edit distance quadratic. Beyond this bound the
// middle is reported as replaced whole.
const MOST_EDITS = 1500;
/** Changes told, and characters told of each: more is no longer read by anybody. */
const MOST_CHANGES = 50;
const LONGEST_TEXT = 400;
const CONTEXT_WORDS = 5;

/** A stretch of words of one text, or of both. */
export interface WordPiece {
  readonly type: 'same' | 'removed' | 'added';
  readonly words: readonly string[];
}

/** Both texts word for word, in order; null where they differ in more than 1,500 places and are better read. */
export function diffPieces(from: string, to: string): readonly WordPiece[] | null {
  const parts = diffArrays([...wordsOf(from)], [...wordsOf(to)], { maxEditLength: MOST_EDITS });
  if (parts === undefined) return null;
  return parts.map(({ added, removed, value }) => ({
    type: added ? 'added' : removed ? 'removed' : 'same',
    words: value,
  }));
}

/** The words of `to` against those of `from` (Myers 1986, through the package diff); bounded in time and size. */
export function diffWords(from: string, to: string): WordDiff {
  const before = wordsOf(from);
  const after = wordsOf(to);
  const parts = diffArrays([...before], [...after], { maxEditLength: MOST_EDITS });
  if (parts === undefined) return replacedWhole(before, after);
  const changes: WordChange[] = [];
  let context: readonly string[] = [];
  for (const part of parts) {
    if (part.added || part.removed) {
      const text = part.value.join(' ').slice(0, LONGEST_TEXT);
      changes.push({ type: part.added ? 'added' : 'removed', text, after: context.join(' ') });
    }
    if (!part.added && !part.removed) context = part.value.slice(-CONTEXT_WORDS);
  }
  const removed = parts.some((part) => part.removed);
  const kept = parts.filter((part) => !part.added && !part.removed).length;
  return { changes: changes.slice(0, MOST_CHANGES), onlyAdded: !removed && kept <= 1 };
}

function replacedWhole(before: readonly string[], after: readonly string[]): WordDiff {
  const text = (words: readonly string[]) => words.join(' ').slice(0, LONGEST_TEXT);
  return {
    changes: [
      { type: 'removed', text: text(before), after: '' },
      { type: 'added', text: text(after), after: '' },
    ],
    onlyAdded: false,
  };
}
