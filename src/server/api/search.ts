import type { DecoyMatch } from '../../model/decoy-match.ts';
import type { Failure } from '../../model/failure.ts';
import type { Verdict } from '../../model/verdict.ts';
import type { Page } from './common.ts';

/**
 * GET /api/search?q=QUERY&role=leak|reference|all&sort=SORT&offset=N&limit=N&snippets=0|1&newest=0|1&find=ID
 *
 * `q` is the query language (docs/query.md), empty for everything; `role` is `leak` when absent; `limit` at
 * most 500 (100 when absent). While a sift runs an answer may be seconds old; `newest=1` waits for what was read since.
 * `find` asks where an item stands among the hits. Errors: 400 `bad-query` with `at`.
 */
export type SearchJson = Page<SearchRow> & {
  readonly query: string;
  readonly sort: SearchSort;
  /** The place of the item asked for by `find`, from 0; null where it is no hit, or none was asked for. */
  readonly foundAt: number | null;
  /** Milliseconds the store took. */
  readonly took: number;
};

/** `relevance` where the query holds words; else it means `-date`. A minus: the greatest first. */
export const SEARCH_SORTS = [
  'relevance',
  'date',
  '-date',
  'path',
  'size',
  '-size',
  'verdict',
  '-verdict',
  'from',
  'subject',
] as const;

export type SearchSort = (typeof SEARCH_SORTS)[number];

/** A line of the list: the fields of docs/schema/search.json, and what only the page shows. */
export interface SearchRow {
  readonly id: string;
  readonly kind: string;
  readonly type: string;
  readonly name: string;
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
  readonly status: string;
  readonly failure: Failure | null;
  readonly messageId: string | null;
  /** `Name <address>`; empty for what is no message. */
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  /** ISO 8601 UTC. */
  readonly date: string | null;
  readonly thread: string | null;
  readonly duplicateOf: string | null;
  readonly verdict: Verdict | null;
  /** Beside the verdict: which decoy of the owner's ledger it is; null where none was found, or no ledger was held. */
  readonly decoy: DecoyMatch | null;
  /** Codes in falling order of weight. */
  readonly reasons: readonly string[];
  /** Words around the hit, \u0002 and \u0003 around each match; empty without words in the query. */
  readonly snippet: string;
  readonly review: ReviewMarks;
}

/** What the list shows of the review. */
export interface ReviewMarks {
  readonly tags: readonly string[];
  readonly notes: number;
  readonly checkedBy: readonly string[];
  readonly signedOff: boolean;
  readonly inDossier: boolean;
}

/**
 * GET /api/facets?q=QUERY&role=...&names=verdict,reason,...
 *
 * Counts over all hits of the query. Without `names`, all of FACETS.
 */
export interface FacetsJson {
  readonly query: string;
  readonly total: number;
  readonly facets: readonly Facet[];
  readonly took: number;
}

export const FACETS = [
  'verdict',
  'reason',
  'mark',
  'kind',
  'type',
  'person',
  'mailbox',
  'language',
  'topic',
  'date',
  'tag',
] as const;

export type FacetName = (typeof FACETS)[number];

export interface Facet {
  readonly name: FacetName;
  /** Most frequent first; `date` in order of time (`2017`, `2017-05` or `2017-05-05` by how far they span). */
  readonly values: readonly FacetValue[];
  /** More values than those listed. */
  readonly more: boolean;
}

export interface FacetValue {
  readonly value: string;
  /** How to show it where that differs from `value` (a person's name). */
  readonly label?: string;
  readonly count: number;
  /** What to add to the query to keep only these: `verdict:altered`. */
  readonly query: string;
}

/** GET /api/complete?text=QUERY&at=N: what may stand at the cursor. */
export interface CompletionJson {
  /** The part of the text to be replaced. */
  readonly from: number;
  readonly to: number;
  readonly items: readonly CompletionItem[];
}

export interface CompletionItem {
  readonly text: string;
  readonly kind: 'field' | 'value' | 'person' | 'mailbox' | 'tag' | 'saved';
  /** In the language asked for (`lang=en|fr`). */
  readonly detail: string;
}
