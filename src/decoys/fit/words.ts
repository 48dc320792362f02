import type { Block } from './blocks.ts';

/**
 * What the mailbox says, kept to be said again under other headers: bodies block by block, with people and links
 * taken out (slots.ts). Unlike the rest of the model these are real sentences.
 */
export interface WordsThread {
  readonly mails: readonly WordsMail[];
}

/** The words of one message. */
export interface WordsMail {
  /** As in MailShape: index of the message answered; -1 for none, below for one that is not there. */
  readonly parent: number;
  /** Number of the author in `people`. */
  readonly author: number;
  /** Begins like this: `Re: [PATCH] `. */
  readonly prefix: string;
  /** The subject without that; null where it may not be said again. */
  readonly subject: string | null;
  readonly body: readonly WordsBlock[];
  /** Characters of the whole text. */
  readonly characters: number;
  /** Line ends after the last line. */
  readonly ends: number;
}

/** One block of a text, and its words. */
export interface WordsBlock {
  readonly block: Block;
  /** The lines without marks of quotation; null where they may not be said again. */
  readonly words: string | null;
  /** For a quotation: the line of the answered message's text at which it begins; -1 where it is not found there. */
  readonly from: number;
}
