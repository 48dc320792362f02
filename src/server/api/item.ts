import type { ByteRange } from '../../model/bytes.ts';
import type { Defect } from '../../model/defect.ts';
import type { ChildCounts, MetadataField } from '../../model/item.ts';
import type { SignatureResult } from '../../model/signature.ts';
import type { Text } from '../../model/text.ts';
import type { Reason, Verdict } from '../../model/verdict.ts';
import type { ReviewJson } from './review.ts';
import type { SearchRow } from './search.ts';

export type * from './item-evidence.ts';
export type * from './item-views.ts';

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
  /** What the code of `failure` means and what was the matter here; `failure.detail` is in English, as the case keeps it. */
  readonly failureMeans: Text | null;
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
  /** GET ...: SlidesJson. */
  readonly slides: string | null;
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
