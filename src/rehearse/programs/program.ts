/** How one mail program writes: its ids, its header order, its encodings, its way of quoting. */
import type { Random } from '../random.ts';
import type { Draft, Language } from '../story/terms.ts';
import type { Charset } from '../wire/charsets.ts';
import type { TransferEncoding, WordEncoding } from '../wire/transfer.ts';
import type { Header, Wire } from '../wire/wire.ts';

/** A draft as its sender's program has written it, before any server has touched it. */
export interface Composed {
  readonly draft: Draft;
  readonly wire: Wire;
  /** Without brackets. */
  readonly messageId: string;
  /** All messages of the thread up to this one, oldest first. */
  readonly references: readonly string[];
  /** Outlook's and Exchange's clock of the thread, handed on from message to message. */
  readonly threadIndex: Buffer | null;
}

/** One mail as it is being written. */
export interface Writing {
  readonly draft: Draft;
  readonly parent: Composed | null;
  /** What the sender's clock said, milliseconds since 1970: hidden in ids, whatever the Date field says. */
  readonly clock: number;
  /** Hours ahead of UTC. */
  readonly zone: number;
  readonly random: Random;
}

/** The manner of one program. */
export interface MailProgram {
  readonly order: readonly string[];
  readonly charset: Charset;
  readonly text: TransferEncoding;
  /** Of the HTML form, or null when the program writes plain text alone. */
  readonly html: TransferEncoding | null;
  readonly words: WordEncoding;
  /** `format=flowed`: soft line ends are a space (RFC 3676). */
  readonly flowed: boolean;
  messageId(writing: Writing, domain: string): string;
  boundary(writing: Writing, level: number): string;
  /** Fields of the program's own; also the thread index, if it has one. */
  extras(writing: Writing): { readonly headers: readonly Header[]; readonly threadIndex: Buffer | null };
  attachmentHeaders(writing: Writing, index: number): readonly Header[];
  /** The quoted message with what stands before it, as plain text. */
  quote(lines: readonly string[], of: Draft, lang: Language): string;
}

/** Of a program that adds no field and has no thread index. */
export const NO_EXTRAS = { headers: [], threadIndex: null } as const;
