import type { CaseStore } from '../../case/store.ts';
import { type AttributedComparison, compareQuote } from '../../examine/quotes/compare.ts';
import { type QuoteLevel, quoteLevels } from '../../examine/quotes/levels.ts';
import { type Words, wordsOf } from '../../examine/quotes/words.ts';
import type { Part } from './part.ts';
import { TextsAhead } from './texts-ahead.ts';

/** A message whose quotations are to be held against what it quotes: rows, and at which depth each would stand. */
export type AskedQuotes = readonly [row: number, parents: readonly (readonly [row: number, depth: number])[]];

/** In the order of the parents; null where nothing can be compared. */
export type QuoteAnswers = readonly (AttributedComparison | null)[];

/** Texts are read again, for pairs of which not both are verified, and not held. */
export const compareQuotes: Part<null, readonly AskedQuotes[], readonly QuoteAnswers[]> = {
  prepare({ store }) {
    const texts = new QuotedTexts(store);
    return (asked) => {
      texts.expect(asked);
      return asked.map(([row, parents]) => {
        const levels = texts.levelsOf(row);
        return parents.map(([parent, depth]) => texts.compare(parent, levels[depth]));
      });
    };
  },
};

/** Texts as they quote and are quoted. */
export class QuotedTexts {
  readonly #texts: TextsAhead;
  /** Words that messages say themselves; those of a thread are asked for again and again. */
  readonly #known = new Map<number, Words>();
  /** What messages say themselves, of those whose quotations were read last: a reply is the next one's parent. */
  readonly #own = new Map<number, readonly string[]>();

  constructor(store: Pick<CaseStore, 'textOf' | 'textsOf'>) {
    this.#texts = new TextsAhead(store, (row) => store.textOf(row));
  }

  /** What will be compared: each message before what it quotes. */
  expect(asked: readonly AskedQuotes[]): void {
    this.#texts.expect(asked.flatMap(([row, parents]) => [row, ...parents.map(([parent]) => parent)]));
  }

  levelsOf(row: number): readonly QuoteLevel[] {
    const text = this.#texts.of(row);
    const levels = quoteLevels(text);
    // Attack: messages of megabytes, whose lines would hold them in memory.
    if (text.length <= LONGEST_KEPT) {
      if (this.#own.size >= MOST_KEPT) this.#own.clear();
      this.#own.set(row, levels[0]?.lines ?? []);
    }
    return levels;
  }

  /** What a message says itself beside what is quoted of it; null where one of the two says nothing. */
  compare(parent: number, level: QuoteLevel | undefined): AttributedComparison | null {
    const own = this.#ownWords(parent);
    if (level === undefined || level.lines.length === 0 || own.folded.length === 0) return null;
    const found = compareQuote(own, wordsOf(level.lines), level.marked || level.answeredAbove);
    return found === null ? null : { ...found, authors: level.authors };
  }

  #ownWords(row: number): Words {
    const known = this.#known.get(row);
    if (known !== undefined) return known;
    const words = wordsOf(this.#own.get(row) ?? this.levelsOf(row)[0]?.lines ?? []);
    this.#own.delete(row);
    if (this.#known.size >= MOST_KEPT) this.#known.clear();
    this.#known.set(row, words);
    return words;
  }
}

/** Mailboxes lie in order of time, so the messages of a thread come near each other. */
const MOST_KEPT = 256;
const LONGEST_KEPT = 16_384;
