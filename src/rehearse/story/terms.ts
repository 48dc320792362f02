/** What is said by whom, before any mail program turns it into bytes. */
import type { Attachment } from '../documents/document.ts';

export type Language = 'en' | 'fr';

export type ProgramName =
  | 'gmail'
  | 'outlook'
  | 'thunderbird'
  | 'apple-mail'
  | 'exchange'
  | 'zimbra'
  | 'mailer';

export interface Person {
  readonly name: string;
  readonly address: string;
  readonly lang: Language;
  readonly program: ProgramName;
}

export interface Quote {
  readonly of: Draft;
  /** Lines of the parent, without marks. */
  readonly lines: readonly string[];
}

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

export interface Meeting {
  readonly start: number;
  readonly minutes: number;
  readonly place: string;
}

export function domainOf(address: string): string {
  return address.slice(address.indexOf('@') + 1);
}
