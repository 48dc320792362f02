import type { ByteRange } from '../../model/bytes.ts';

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

/** GET /api/items/ID/slides: what stands on each slide, and what its speaker wrote below; no picture of it. */
export interface SlidesJson {
  readonly slides: readonly SlideJson[];
}

export interface SlideJson {
  readonly text: string;
  readonly notes: string;
}

/**
 * POST /api/passwords: one more to open documents with. Pages, sheets and slides of what stays closed answer 422
 * `encrypted`. Passwords are held in memory until the server ends, and told to nobody.
 */
export interface PasswordRequest {
  readonly password: string;
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
