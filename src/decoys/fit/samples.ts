import type { Block } from './blocks.ts';
import { learnDigits } from './digits.ts';
import { learn, type Sample } from './language-model.ts';
import type { MailboxModel } from './mailbox-model.ts';
import { learnSpelling } from './spelling.ts';
import { rareClass, startToken, tokensOf } from './tokens.ts';

/** What is counted of a mailbox's words: sequences, spelling of rare words, digits of rare numbers. */
export class Samples {
  readonly #tag: (tokens: readonly string[]) => readonly string[];
  readonly #prose: Sample[] = [];
  readonly #lines: Sample[] = [];
  readonly #subjects: Sample[] = [];
  readonly #rare: string[] = [];
  readonly #numbers: string[] = [];

  /** @param tag marks the names among tokens */
  constructor(tag: (tokens: readonly string[]) => readonly string[]) {
    this.#tag = tag;
  }

  addSubject(thread: string, subject: string): void {
    this.#subjects.push({ thread, tokens: this.#tag(tokensOf(subject)) });
  }

  /** Quoted text counts where it was written: counted again at every answer, it would be common. @param before its kind */
  addBlock(thread: string, block: Block, text: string, before: string): void {
    if ((block.kind !== 'prose' && block.kind !== 'lines') || block.quote !== '') return;
    const tokens = this.#tag(tokensOf(block.kind === 'prose' ? text.replaceAll('\n', ' ') : text));
    if (tokens.length === 0) return;
    const samples = block.kind === 'prose' ? this.#prose : this.#lines;
    samples.push({ thread, tokens: [startToken(before), ...tokens] });
    for (const token of tokens) {
      if (/^\s*\p{N}/u.test(token)) this.#numbers.push(token.trim());
      if (/^\s*[\p{L}]{4,20}$/u.test(token)) this.#rare.push(token.trim());
    }
  }

  /** @param isOthers tokens that are never kept, however frequent */
  learnt(
    isOthers: (token: string) => boolean,
  ): Pick<MailboxModel, 'prose' | 'lines' | 'subjects' | 'spelling' | 'digits'> {
    return {
      prose: learn(this.#prose, rareClass, isOthers),
      lines: learn(this.#lines, rareClass, isOthers),
      subjects: learn(this.#subjects, rareClass, isOthers),
      spelling: learnSpelling(this.#rare),
      digits: learnDigits(this.#numbers),
    };
  }
}
