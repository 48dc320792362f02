import type { DocumentClock } from '../../model/index.ts';

/** A document of the leak, once for all copies of its bytes, as the passes over all documents see it. */
export interface TracedDocument {
  readonly row: number;
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly type: string;
  readonly isImage: boolean;
  readonly created: DocumentClock | null;
  readonly saved: DocumentClock | null;
  readonly author: string | null;
  readonly lastAuthor: string | null;
  readonly application: string | null;
  /** Of the menus of its program. */
  readonly languages: readonly string[];
  /** Those it is marked to be written in. */
  readonly textLanguages: readonly string[];
  /** The earliest message that carries these bytes. */
  carrier: Carrier | null;
  /** Other items with the same bytes. */
  readonly copies: { readonly row: number; readonly id: string }[];
}

/** The message that a document was attached to. */
export interface Carrier {
  readonly id: string;
  /** ISO 8601. */
  readonly date: string;
  /** Its signature covers what it carries. */
  readonly isAuthentic: boolean;
}
