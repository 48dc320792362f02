import type { Matrix } from '../../attribution/index.ts';
import type { CaseStore, SearchHit, StoredItem } from '../../case/index.ts';

/** Larger items are not read into memory whole, which Node could not do, but listed as unreadable. */
export const MAX_EXPORTED_BYTES = 2 ** 31 - 1;

/** Asynchronous where the caller wants to be heard between two hits. */
export type Hits = Iterable<SearchHit> | AsyncIterable<SearchHit>;

/** What is exported, and how to get at all of it. */
export interface ExportSource {
  readonly hits: Hits;
  readonly store: Pick<CaseStore, 'itemByRow' | 'itemByPath'>;
  /** The bytes of an item, of a message in its RFC 822 form; null where they are gone or cannot be read. */
  readonly bytesOf: (item: StoredItem) => Uint8Array | null;
  /** For formats that sort the hits first: they end with its reason after that too. */
  readonly signal?: AbortSignal;
}

export interface ExportOptions {
  /** Leave out families whose top-level item is a duplicate; a copy inside another family stays. */
  readonly deduplicate?: boolean;
  /** csv: begin with a byte order mark, by which Excel knows UTF-8. */
  readonly bom?: boolean;
  /** stix, misp, case-uco: when the export is made. */
  readonly now?: Date;
  /** stix: when the case was made, so that an object exported again is a version of the first (default: `now`). */
  readonly since?: Date;
  /** stix, misp: hypotheses on who did it, cut as they are to be told; without one nobody is named. */
  readonly matrix?: Matrix | null;
  /** dat: whose material it is; else the name of the input. */
  readonly custodian?: string;
  /** dat: beginning of the document numbers. */
  readonly prefix?: string;
}

/** What came of an export: everything asked for is either written or listed. */
export interface ExportReport {
  readonly written: number;
  /** Ids of items the format cannot hold: eml and mbox take messages only, dat no mailboxes and loose archives. */
  readonly unfit: readonly string[];
  /** Ids of items whose bytes are gone or could not be read. */
  readonly unreadable: readonly string[];
}
