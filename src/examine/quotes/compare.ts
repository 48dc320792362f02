import { alignWords } from './align.ts';
import { changesIn, type QuotedChange } from './changes.ts';
import { MOST_WORDS, type Words } from './words.ts';

/** How far a quotation says what the quoted message says. */
export interface QuoteComparison {
  /** Words that agree, and their share of all the words of either side. */
  readonly agreed: number;
  readonly ofOwn: number;
  readonly ofQuoted: number;
  /** Words exchanged, or one sentence more or less; not what was trimmed, answered or spelled otherwise. */
  readonly replaced: readonly QuotedChange[];
}

/** With whose words they are said to be (`QuoteLevel.authors`). */
export interface AttributedComparison extends QuoteComparison {
  readonly authors: readonly string[];
}

/**
 * What a text says (`own`) against how it is quoted. Null where it is not: too few words agree. People trim
 * what they quote and answer between its lines, so that words are missing or more is mostly no difference (see
 * changes.ts); words that stand in the place of others, with words that agree on both sides, are.
 */
export function compareQuote(own: Words, quoted: Words, marked: boolean): QuoteComparison | null {
  const runs = alignWords(own.folded, quoted.folded);
  const agreed = runs.reduce((total, { length }) => total + length, 0);
  const isWhole = agreed === own.folded.length && agreed >= SHORTEST_WHOLE;
  if (agreed < FEWEST_AGREED && !isWhole) return null;
  return {
    agreed,
    ofOwn: agreed / own.folded.length,
    ofQuoted: agreed / quoted.folded.length,
    // Of a text that is longer, what stands behind the end of it may be what is quoted.
    replaced: own.folded.length >= MOST_WORDS ? [] : changesIn(runs, own, quoted, marked),
  };
}

// "Thank you very much for your message" is in thousands of texts; eight words in a row and more are not.
const FEWEST_AGREED = 8;
const SHORTEST_WHOLE = 3;
