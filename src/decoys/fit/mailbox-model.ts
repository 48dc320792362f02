import type { Language } from '../../model/index.ts';
import type { Block } from './blocks.ts';
import type { LanguageModel } from './language-model.ts';
import type { LinkBeginning } from './link-beginnings.ts';
import type { Slot } from './people.ts';
import type { OwnerSignature } from './signatures.ts';
import type { FieldTemplate, IdPiece } from './template.ts';
import type { WordsThread } from './words.ts';

/** 2 since links begin as the mailbox's do; a model of another form is learnt anew. */
export const MODEL_FORMAT = 2;

/**
 * What was learnt from the owner's mailbox. Beside `words`, which are sentences as they were written with people and
 * links taken out, it holds no text of a real mail beyond what is common in it: words and sequences seen in at least
 * three threads, lines at least three people write, and the outer form of headers. It does hold rhythm (who wrote to
 * whom when, by numbers): whoever sees it learns how busy the mailbox was.
 */
export interface MailboxModel {
  readonly format: typeof MODEL_FORMAT;
  readonly language: Language;
  readonly mails: number;
  readonly people: readonly Slot[];
  readonly threads: readonly ThreadShape[];
  /** Bodies to be said again; of the same mailbox they stand in the order of `threads`. Empty: none is kept. */
  readonly words: readonly WordsThread[];
  readonly wordsFrom: 'mailbox' | 'elsewhere' | 'nowhere';
  /** Links that three people wrote in three threads: nobody's own, and kept as they are. */
  readonly commonLinks: readonly string[];
  /** Beginnings of such links, under which pages are made up. */
  readonly linkBeginnings: readonly LinkBeginning[];
  readonly prose: LanguageModel;
  readonly lines: LanguageModel;
  readonly subjects: LanguageModel;
  /** Character sequences of rare words: context of three characters to the following ones with counts. */
  readonly spelling: Readonly<Record<string, string>>;
  /** Digits of rare numbers: shape (`00.0`) to the digits seen at each place, as often as seen. */
  readonly digits: Readonly<Record<string, readonly string[]>>;
  /** Beginnings of addresses on the owner's own domains (`https://www.house.example/wiki/`), by frequency. */
  readonly ownLinks: readonly string[];
  /** "On {day} …, {name} wrote:" by frequency, most frequent first. */
  readonly attributions: readonly string[];
  /** What stands after "-- " in three mails of somebody who agreed to appear, under their address. */
  readonly ownerSignatures: readonly OwnerSignature[];
  /** How the owner makes passwords (PersonaPack.passwordStyle); null where their mail does not tell. */
  readonly passwordStyle: string | null;
  /** SHA-256 of the addresses and names of everybody in the mailbox: none of them may become a persona. */
  readonly known: readonly string[];
}

/** A thread without its words: who answers what, when, and under which header. */
export interface ThreadShape {
  /** Messages in order of time. */
  readonly mails: readonly MailShape[];
  /** Message-IDs of what is answered and not there, number -2 first. */
  readonly missing: readonly (readonly IdPiece[])[];
}

/**
 * One message of a thread, by numbers and templates; `zone` is as in Date (`+0200`), `subjectLength` in
 * characters.
 */
export interface MailShape {
  /**
   * The message answered: its index in the thread; -1 for none; -2, -3 … for the thread's first, second …
   * message that is not there.
   */
  readonly parent: number;
  /** The References, numbered likewise. */
  readonly references: readonly number[];
  /** Moment, milliseconds UTC; only its place in the week and its distances are used. */
  readonly at: number;
  readonly zone: string;
  readonly folder: string;
  /** Number of the author in `people`. */
  readonly author: number;
  /** Before the subject: `Re: `, `[list] `. */
  readonly prefix: string;
  readonly subjectLength: number;
  /** Characters of the text. */
  readonly characters: number;
  readonly fields: readonly FieldTemplate[];
  readonly body: readonly Block[];
  readonly mime: MimeShape;
}

/**
 * A node of the MIME tree; `bytes` as encoded, `charset` and `extension` in lower case, `''` where there is
 * none.
 */
export interface MimeShape {
  readonly type: string;
  readonly encoding: string;
  readonly charset: string;
  readonly extension: string;
  readonly bytes: number;
  /** What a list puts below every body, where every line of it is common; '' for all else. */
  readonly footer: string;
  readonly fields: readonly FieldTemplate[];
  readonly children: readonly MimeShape[];
}
