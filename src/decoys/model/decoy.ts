/** A generated decoy: something that never happened, made to be found by a thief, and provably ours. */

/** In the order in which a set numbers its items: all mails first. */
export const DECOY_KINDS = ['mail', 'document', 'calendar', 'contact', 'account'] as const;

/** What a decoy is. */
export type DecoyKind = (typeof DECOY_KINDS)[number];

/**
 * What would follow if everybody believed it. `none`: nothing (lunch, a room, a train). `low`: somebody might
 * ask a question. `high` is never generated and never planted; the label exists so that an owner who sees
 * more than the generator does can stop an item.
 */
export const HARM_LABELS = ['none', 'low', 'high'] as const;

/** One of HARM_LABELS. */
export type HarmLabel = (typeof HARM_LABELS)[number];

/** A file that a decoy mail carries. */
export interface DecoyAttachment {
  readonly name: string;
  /** Media type, lower case. */
  readonly type: string;
  /** Decoded, as a reader would save it. */
  readonly bytes: Uint8Array;
}

/** An account that exists nowhere, or on a honeypot: whoever uses it read the decoy. */
export interface DecoyAccount {
  /** The service as the decoy names it; an address on the owner's own or a reserved domain. */
  readonly service: string;
  readonly user: string;
  readonly password: string;
}

/** Nobody but one persona. */
export interface FictionalAuthor {
  /** Given and family name. */
  readonly name: string;
  /** Lower case; '' where a list wrote in their stead, with its own. */
  readonly address: string;
}

/** Where it should lie in order to look at home; planting may override it. */
export interface Placement {
  /** Mailbox or folder, `/`-separated, as the owner's own are called: `Sent`, `INBOX/Travel`, `Documents`. */
  readonly folder: string;
  /** What the store says of the item's age (Maildir time, mtime, internal date): milliseconds, UTC. */
  readonly at: number;
}

/**
 * How the bytes came about. `recipe` can be made again byte for byte from the materials by anybody who is
 * given them; what a language model wrote cannot, and the ledger has to say so.
 */
export type Origin =
  | { readonly type: 'recipe'; readonly recipe: string }
  | { readonly type: 'language-model'; readonly recipe: string; readonly model: string };

/** One decoy with all that is known of it; the set, the ledger and the guards are handed this. */
export interface Decoy {
  /** `d` and 16 hexadecimal digits of SHA-256 over recipe hash and index: the same at every generation. */
  readonly id: string;
  /** From 0 up to and not including `recipe.count`; with the materials it determines every byte. */
  readonly index: number;
  readonly kind: DecoyKind;
  /** The whole item as a file: a message with its line ends, a document, an .ics, a .vcf, a note. */
  readonly bytes: Uint8Array;
  /** Plain file name with its extension, without a path. */
  readonly fileName: string;
  /** Media type of `bytes`. */
  readonly type: string;
  readonly placement: Placement;
  /** Same value for the messages of one thread; null for what stands alone. */
  readonly thread: string | null;
  /** Ids in the persona pack of whoever appears, the author first. */
  readonly personas: readonly string[];
  /** A mail's author where that is a persona; null where somebody who agreed wrote it. */
  readonly author: FictionalAuthor | null;
  readonly harm: HarmLabel;
  /** Text as a reader sees it, for normalised commitments and guards; '' where there is none. */
  readonly text: string;
  /** What a message carries; empty for the other kinds. */
  readonly attachments: readonly DecoyAttachment[];
  /** Accounts named in it, so that the use of one can be watched for. */
  readonly accounts: readonly DecoyAccount[];
  readonly origin: Origin;
}
