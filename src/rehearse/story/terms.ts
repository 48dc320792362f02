/** What is said by whom, before any mail program turns it into bytes. */
import type { Attachment } from '../documents/document.ts';

/** Languages that the cast writes. */
export type Language = 'en' | 'fr';

/** Programs that the cast writes with. */
export type ProgramName =
  | 'gmail'
  | 'outlook'
  | 'thunderbird'
  | 'apple-mail'
  | 'exchange'
  | 'zimbra'
  | 'mailer';

/** Somebody who writes. */
export interface Person {
  readonly name: string;
  readonly address: string;
  readonly lang: Language;
  readonly program: ProgramName;
}

/** What an answer quotes. */
export interface Quote {
  readonly of: Draft;
  /** Lines of the parent, without marks. */
  readonly lines: readonly string[];
}

/** What somebody says to whom, and when. */
export interface Draft {
  readonly from: Person;
  readonly to: readonly Person[];
  readonly cc: readonly Person[];
  readonly subject: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly lang: Language;
  /** What the sender wrote, lines with `\n`, no signature block. */
  readonly text: string;
  readonly quote: Quote | null;
  readonly attachments: readonly Attachment[];
  /** An invitation goes along. */
  readonly meeting: Meeting | null;
}

/** A meeting that a mail invites to: milliseconds since 1970, and how long. */
export interface Meeting {
  readonly start: number;
  readonly minutes: number;
  readonly place: string;
}

/** What stands behind the first @. */
export function domainOf(address: string): string {
  return address.slice(address.indexOf('@') + 1);
}
