import type { Page } from './common.ts';

/** GET /api/custody?offset=N&limit=N: the log, newest first, and whether its chain of hashes holds. */
export type CustodyJson = Page<CustodyRow> & {
  readonly chains: readonly ChainJson[];
};

/** `chain`: the case's own log, or the one of the review, which has its own (docs/decisions/0201). */
export interface CustodyRow {
  readonly chain: 'case' | 'review';
  readonly number: number;
  /** Of an entry of the review: the entry of the case's log that repeats it, which is no row; null where none does. */
  readonly toldAs: number | null;
  /** ISO 8601 UTC. */
  readonly time: string;
  readonly action: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly hash: string;
}

export interface ChainJson {
  readonly chain: 'case' | 'review';
  readonly state: 'intact' | 'broken';
  readonly entries: number;
  /** Of an intact chain. */
  readonly lastHash: string | null;
  /** The first entry that does not follow. */
  readonly brokenAt: number | null;
}

/** GET /api/manifest?offset=N&limit=N: the files of the dump as they lay there. */
export type ManifestJson = Page<ManifestRow>;

export interface ManifestRow {
  readonly path: string;
  readonly role: 'leak' | 'reference';
  readonly size: number;
  readonly mtimeMs: number;
  readonly sha256: string;
}

/** GET /api/settings: inputs and settings the sift ran with. */
export interface SettingsJson {
  readonly inputs: readonly { readonly path: string; readonly role: string; readonly name: string }[];
  readonly settings: Readonly<Record<string, string>>;
  readonly keys: { readonly total: number; readonly byTrust: Readonly<Record<string, number>> };
}

/** GET /api/failures?code=CODE&offset=N&limit=N&lang=en|fr */
export type FailuresJson = Page<FailureRow>;

export interface FailureRow {
  readonly id: string;
  readonly path: string;
  readonly kind: string;
  readonly type: string;
  readonly size: number;
  readonly status: string;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly next: string;
}
