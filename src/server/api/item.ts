import type { ByteRange } from '../../model/bytes.ts';
import type { Defect } from '../../model/defect.ts';
import type { ChildCounts, MetadataField } from '../../model/item.ts';
import type { SignatureResult } from '../../model/signature.ts';
import type { Polarity, Reason, Verdict } from '../../model/verdict.ts';
import type { ReviewJson } from './review.ts';
import type { SearchRow } from './search.ts';

/**
 * GET /api/items/ID (an id, an unambiguous beginning of 4 characters or more, or a path as search gives it,
 * percent-encoded). 404 `no-item`. The fields of docs/schema/show.json, and what only the page shows.
 */
export interface ItemViewJson extends Omit<SearchRow, 'reasons' | 'snippet' | 'review'> {
  /** In falling order of weight; in words: GET /api/items/ID/why. */
  readonly reasons: readonly Reason[];
  readonly role: 'leak' | 'reference';
  readonly parent: string | null;
  readonly children: ChildCounts | null;
  readonly attachments: readonly string[];
  readonly facts: Readonly<Record<string, string>>;
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly inReplyTo: readonly string[];
  readonly references: readonly string[];
  readonly list: string | null;
  readonly canonical: string | null;
  readonly mih: string | null;
  /** From PST or MSG: the headers and source shown are made from the store's properties. */
  readonly rebuilt: boolean;
  readonly defects: readonly Defect[];
  readonly signatures: readonly SignatureResult[];
  readonly metadata: readonly MetadataField[];
  /** Pages of a PDF, slides, sheets; null where they are not counted. */
  readonly pageCount: number | null;
  readonly language: string | null;
  /** Empty where the bytes are gone. */
  readonly headers: readonly HeaderViewJson[];
  readonly parts: readonly PartJson[];
  /** The bytes are still where they were sifted. */
  readonly bytesPresent: boolean;
  readonly carriedBy: ItemLink | null;
  readonly carries: readonly ItemLink[];
  readonly copies: readonly ItemLink[];
  /** The first characters; `textLength` tells whether that is all. The rest: GET /api/items/ID/text. */
  readonly text: string;
  readonly textLength: number;
  readonly views: ItemViews;
  readonly review: ReviewJson;
}

/** A MIME part; ids as in IMAP, '' for the message itself. */
export interface PartJson {
  readonly id: string;
  readonly type: string;
  readonly disposition: string;
  readonly filename: string | null;
  readonly encoding: string;
  readonly charset: string | null;
  readonly header: ByteRange;
  readonly body: ByteRange;
}

export interface ItemLink {
  readonly id: string;
  readonly kind: string;
  readonly type: string;
  readonly name: string;
  readonly path: string;
  readonly size: number;
  readonly verdict: Verdict | null;
}

/** Which ways there are to look at it; null: none. All are addresses on this server. */
export interface ItemViews {
  /** A document for an iframe with sandbox="" (no scripts, no requests). */
  readonly html: string | null;
  /** GET ...: PagesJson. */
  readonly pages: string | null;
  /** A verified picture, for <img>. */
  readonly picture: string | null;
  /** GET ...: SheetsJson. */
  readonly sheets: string | null;
  /** GET ...: SourceJson. */
  readonly source: string | null;
}

export interface HeaderViewJson {
  readonly name: string;
  readonly decoded: string;
  /** latin1, byte-exact. */
  readonly raw: string;
  readonly at: ByteRange;
  /** Signatures (index into `signatures`) whose header check is good and that cover this very field. */
  readonly coveredBy: readonly number[];
  /** A reader sees this field, and no good signature covers it, though there is one. */
  readonly uncovered: boolean;
}

/** GET /api/items/ID/text: text/plain, the whole text. */

/** GET /api/items/ID/body: what the page needs to show a message. */
export interface BodyJson {
  readonly text: string;
  /** Null where the message has no HTML part. */
  readonly html: {
    /** For the iframe: <iframe sandbox="" src=...>. */
    readonly url: string;
    /** What it asked for from outside and did not get. */
    readonly blocked: readonly {
      readonly what: 'picture' | 'style' | 'frame' | 'other';
      readonly address: string;
    }[];
    /** Elements and attributes the sanitiser took out, with counts: `script`, `onclick`. */
    readonly removed: readonly { readonly what: string; readonly count: number }[];
    readonly truncated: boolean;
  } | null;
  /** Bytes of the body a good signature covers and those it does not (after l=), or null. */
  readonly covered: ByteRange | null;
  readonly uncovered: ByteRange | null;
}

/** GET /api/items/ID/source?offset=N&length=N (at most 262144): the bytes, one character each (latin1). */
export interface SourceJson {
  readonly size: number;
  readonly offset: number;
  readonly text: string;
}

/** GET /api/items/ID/pages. Each picture: GET /api/items/ID/pages/N.png?width=PIXELS (200 to 2000), N from 1. */
export interface PagesJson {
  readonly count: number;
  /** In points; the first 2000. */
  readonly pages: readonly {
    readonly number: number;
    readonly width: number;
    readonly height: number;
    readonly url: string;
  }[];
}

/** GET /api/items/ID/sheets?sheet=N&offset=N&limit=N */
export interface SheetsJson {
  readonly sheets: readonly SheetJson[];
}

export interface SheetJson {
  readonly name: string;
  readonly hidden: boolean;
  /** Of the rows asked for; cells as shown. */
  readonly rows: readonly (readonly string[])[];
  readonly offset: number;
  readonly total: number;
  readonly truncated: boolean;
}

/**
 * POST /api/items/ID/download: the person has read `warning` and wants the bytes: answers a ticket that
 * works once, for a minute. GET `url`: application/octet-stream, Content-Disposition: attachment, nosniff.
 * GET /api/items/ID/download answers the warning alone (`url` null).
 */
export interface DownloadJson {
  readonly warning: string;
  readonly fileName: string;
  readonly size: number;
  readonly url: string | null;
}

/** GET /api/items/ID/why?lang=en|fr */
export interface WhyJson {
  readonly id: string;
  readonly verdict: Verdict | null;
  readonly title: string;
  readonly text: string;
  /** In falling order of weight. */
  readonly reasons: readonly WhyReason[];
}

export interface WhyReason {
  readonly code: string;
  readonly polarity: Polarity;
  readonly weight: number;
  readonly title: string;
  readonly text: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly evidence: readonly WhyEvidence[];
  /** Items of the case that the reason names: the vouching path. */
  readonly items: readonly ItemLink[];
}

export type WhyEvidence =
  | {
      readonly type: 'words';
      readonly part: string;
      readonly partTitle: string;
      readonly change: 'added' | 'removed';
      readonly text: string;
      readonly after: string;
    }
  | { readonly type: 'region'; readonly at: ByteRange; readonly text: string };

/** GET /api/items/ID/clocks */
export interface ClocksJson {
  readonly id: string;
  /** Milliseconds since 1970 for the axis; earliest first. A stamp without a known zone is placed as if UTC. */
  readonly clocks: readonly PlacedClock[];
}

export interface PlacedClock {
  readonly ms: number;
  readonly source: string;
  readonly zone: string;
  readonly shown: boolean;
  /** As the message or document writes it. */
  readonly written: string;
  readonly precision: string;
  /** What happened then (`submitted`, `received`, ...) and the basis of reading it; of messages only. */
  readonly event: string | null;
  readonly basis: string | null;
  /** Milliseconds it may be off by its own resolution, either way. */
  readonly error: number;
  readonly at: ByteRange | null;
}

/** GET /api/items/ID/thread: its thread in order of date; one message alone where it has none. */
export interface ThreadJson {
  readonly thread: string | null;
  /** In order of date; `parent` by In-Reply-To and References within the thread. */
  readonly messages: readonly (SearchRow & { readonly parent: string | null; readonly depth: number })[];
  readonly more: boolean;
}

/** GET /api/items/ID/similar: near copies and copies, nearest first. Empty where no pass has looked. */
export interface SimilarJson {
  readonly available: boolean;
  readonly items: readonly (ItemLink & {
    readonly how: 'same-bytes' | 'same-text' | 'near' | 'same-id';
    readonly score: number;
  })[];
}

/** GET /api/diff?left=ID&right=ID, or ?item=ID&against=reference|copy. 404 `nothing-to-compare`. */
export interface DiffJson {
  readonly left: ItemLink;
  readonly right: ItemLink;
  /** Header fields a reader sees that differ. */
  readonly fields: readonly { readonly name: string; readonly left: string; readonly right: string }[];
  /** Of the text, by words; neighbours of the same type are one. */
  readonly text: readonly DiffPiece[];
  readonly attachments: readonly {
    readonly name: string;
    readonly left: string | null;
    readonly right: string | null;
  }[];
  /** The texts were too long to compare by words and were compared by lines, or cut. */
  readonly coarse: boolean;
}

export interface DiffPiece {
  readonly type: 'same' | 'removed' | 'added';
  readonly text: string;
}
