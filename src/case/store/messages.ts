import type {
  ItemKind,
  ItemRole,
  Judgement,
  MessageFacts,
  MessageHabits,
  Reason,
  SignatureResult,
} from '../../model/index.ts';

/** Items by their paths: from one on, up to before another; null is up to the end. Paths are compared by their bytes. */
export interface PathRange {
  readonly from: string;
  readonly before: string | null;
}

/** What the corpus-wide passes hold of each message. */
export interface MessageHead {
  readonly row: number;
  readonly id: string;
  readonly path: string;
  readonly role: ItemRole;
  readonly sha256: string;
  readonly canonical: string;
  readonly messageId: string | null;
  readonly inReplyTo: readonly string[];
  readonly references: readonly string[];
  readonly subject: string;
  readonly date: string | null;
  readonly rebuilt: boolean;
  /** How many files it carries. */
  readonly attachments: number;
  /** As in MessageFacts. */
  readonly list: string | null;
  /** As in MessageFacts. */
  readonly clockGap: MessageFacts['clockGap'];
  /** Address of the first From mailbox, lower case. */
  readonly fromAddress: string;
}

export interface MessageRecipients {
  readonly to: readonly string[];
  readonly cc: readonly string[];
}

/** What the corpus-wide passes read of each message; streamed, in path order. */
export interface MessageRow extends MessageHead {
  /** Read from the case at each access: all messages may be held at once, their signatures not. */
  readonly signatures: readonly SignatureResult[];
  /** Read at each access too; null in a case made before they were kept. */
  readonly habits: MessageHabits | null;
  /** Addresses of To and Cc, lower case; read at each access too. */
  readonly recipients: MessageRecipients;
}

/** What the verdicts on attachments and standalone files are made from; in path order. */
export interface CarriedRow {
  readonly row: number;
  readonly id: string;
  readonly path: string;
  readonly parent: string | null;
  readonly sha256: string;
  readonly size: number;
  readonly kind: ItemKind;
}

/** What the passes over the whole leak read of messages and of what they carry, and the verdicts they write. */
export interface JudgementStore {
  /** Every message in path order; safe to write to other tables while iterating. */
  messages(role?: ItemRole, range?: PathRange): IterableIterator<MessageRow>;
  /** Messages by row, in no order; rows that hold none are left out. */
  headsOf(rows: readonly number[]): readonly MessageHead[];
  /** The path of every so many-th item, in path order: where a case can be cut into parts of about that size. */
  itemPaths(role: ItemRole, every: number): readonly string[];
  /** Items that messages carry, and standalone documents: everything that takes a verdict but messages. */
  carried(role: ItemRole, range?: PathRange): IterableIterator<CarriedRow>;
  setThreads(rows: Iterable<readonly [row: number, thread: string]>): void;
  setDuplicates(rows: Iterable<readonly [row: number, ofId: string | null]>): void;
  setJudgements(rows: Iterable<readonly [row: number, judgement: Judgement]>): void;
  /** Judgements by row; those without one are left out. */
  judgementsOf(rows: readonly number[]): ReadonlyMap<number, Judgement>;
  /** Adds to the judgements set before; an item without one stays without. */
  addReasons(rows: Iterable<readonly [row: number, reasons: readonly Reason[]]>): void;
}
