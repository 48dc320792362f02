import type { ClockGap } from './clock.ts';
import type { ItemContent } from './content.ts';
import type { Defect } from './defect.ts';
import type { Failure } from './failure.ts';
import type { MessageHabits } from './habits.ts';
import type { SignatureResult } from './signature.ts';
import type { Trace } from './trace.ts';

/** What an item is to its reader; `type` has the media type. */
export const ITEM_KINDS = ['message', 'document', 'image', 'archive', 'mailbox', 'other'] as const;

/** One of them. */
export type ItemKind = (typeof ITEM_KINDS)[number];

/** Whose material: the leak, or the victim's own archive it is compared with. */
export type ItemRole = 'leak' | 'reference';

/**
 * `ok`: read. `partial`: read in part, `failure` says what is missing. `failed`: nothing could be read
 * but the item is recorded. `skipped`: nothing to read by nature (a link, a device).
 */
export type ItemStatus = 'ok' | 'partial' | 'failed' | 'skipped';

/** Where an item's bytes can be had again, without a copy where the dump itself still holds them. */
export type Locator =
  /** A range of a file of the dump; `path` is absolute. */
  | { readonly type: 'file'; readonly path: string; readonly start: number; readonly end: number }
  /** An mbox message in a file or object: like a range, with the mbox quoting to be undone. */
  | {
      readonly type: 'mbox';
      readonly of: Locator;
      readonly start: number;
      readonly end: number;
      readonly quoting: 'none' | 'mboxo' | 'mboxrd';
    }
  /** A decoded MIME part of a message. */
  | { readonly type: 'part'; readonly of: Locator; readonly part: string }
  /** Stored once by content in the case. */
  | { readonly type: 'object'; readonly sha256: string }
  /** A message rebuilt from `of` (an MSG file, say): its RFC 822 form is stored as an object. */
  | { readonly type: 'rebuilt'; readonly of: Locator; readonly sha256: string };

/** How many children a container announced, and what became of them. */
export interface ChildCounts {
  /** What the container's directory says; null when only its end tells, then the sum of the others. */
  readonly expected: number;
  readonly emitted: number;
  readonly failed: number;
  readonly skipped: number;
}

/** A mailbox as written in a header: display name and address, either may be empty. */
export interface Address {
  readonly name: string;
  /** local@domain, the domain in lower case and Unicode form as found. */
  readonly address: string;
}

/** What the case keeps of a message beside its bytes. */
export interface MessageFacts {
  /** Without angle brackets, as found; null when absent. */
  readonly messageId: string | null;
  readonly inReplyTo: readonly string[];
  readonly references: readonly string[];
  readonly from: readonly Address[];
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly bcc: readonly Address[];
  readonly subject: string;
  /** Date header in ISO 8601 UTC, null when absent or unreadable. */
  readonly date: string | null;
  readonly signatures: readonly SignatureResult[];
  /** SHA-256 of the canonical form (docs/canonical-form.md): equal for re-exports of one message. */
  readonly canonical: string;
  /** EDRM Message Identification Hash: MD5 of the Message-ID, hexadecimal; null without one. */
  readonly mih: string | null;
  /** Rebuilt from PST, MSG: the original MIME is gone and DKIM cannot be checked. */
  readonly rebuilt: boolean;
  /** What shows that a mailing list passed it on: the List-Id, or the name of another list header; null without. */
  readonly list: string | null;
  /** The largest disagreement of its clocks; null without any (or in a case made before they were read). */
  readonly clockGap: ClockGap | null;
  /** How it was made and sent; absent in a case made before this was read. */
  readonly habits?: MessageHabits;
  /** What acts beside its words; absent without any, and in a case made before this was read. */
  readonly beside?: BesideWords;
}

/** What a message does or shows beside its words, people and files: compared with the victim's own copy. */
export interface BesideWords {
  /** Addresses of Reply-To, lower case. */
  readonly replyTo?: readonly string[];
  /** Names of header fields that stand more than once and should once, lower case; readers show one or the other. */
  readonly repeated?: readonly string[];
  /** What its HTML form links to, loads, sends to and hides (`examine/reference/html-acts.ts`), in order of appearance. */
  readonly acts?: readonly string[];
}

/** One thing a document says about itself, and exactly where it says so. */
export interface MetadataField {
  /** Vocabulary of docs/document-metadata.md: `author`, `last-author`, `application`, ... */
  readonly field: string;
  readonly value: string;
  /** Part and property: `docProps/core.xml dc:creator`, `Info /Author, object 12 at byte 3456`. */
  readonly where: string;
}

/** A moment that a document tells, by one of its own clocks. */
export interface DocumentClock {
  /** As `where` of a metadata field. */
  readonly source: string;
  /** ISO 8601: in UTC, ending in `Z`, where the zone is known; else the wall clock, without zone. */
  readonly time: string;
  /** `100ns`, `fraction`, `second`, `2s`, `minute`, `day`, `month`, `year`. */
  readonly precision: string;
  /** `UTC`, an offset as written (`+02:00`), or `local` where nothing is written. */
  readonly zone: string;
}

/** One item as a worker reports it to the case. Ids follow from the path. */
export interface ItemRecord {
  /** The way through the containers: `dump.zip/box.mbox/#12/report.docx`. Unique in a case and role. */
  readonly path: string;
  /** Path of the container or message that carries it; null for an input itself or a file in a folder. */
  readonly parent: string | null;
  readonly kind: ItemKind;
  /** Media type told by content, e.g. `application/pdf`. */
  readonly type: string;
  /** Own name, decoded: file name, attachment name; for a message its subject. */
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly locator: Locator | null;
  readonly status: ItemStatus;
  readonly failure: Failure | null;
  readonly children: ChildCounts | null;
  readonly message: MessageFacts | null;
  /** Indexed text: for a message its body, for a document its content. */
  readonly text: string;
  /** Names of attachments, for a message. */
  readonly attachments: readonly string[];
  readonly defects: readonly Defect[];
  readonly facts: Readonly<Record<string, string>>;
  /** What a document says about itself; absent for anything else. */
  readonly metadata?: readonly MetadataField[];
  readonly clocks?: readonly DocumentClock[];
  /** Pages of a PDF, slides, sheets. */
  readonly pages?: number;
  /** ISO 639 code of the language most of the text is in. */
  readonly language?: string;
  /** What its words tell; absent where it has no text. */
  readonly content?: ItemContent;
  /** Of a message, from its headers; those of a document follow from its metadata. Without their time. */
  readonly traces?: readonly Omit<Trace, 'time'>[];
}
