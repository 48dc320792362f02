import type { DecoyLikeness } from '../../model/decoy-match.ts';
import type { Page } from './common.ts';
import type { SearchRow } from './search.ts';

/**
 * GET /api/decoys?offset=&limit=: items of the leak that are decoys of a ledger, oldest first. `held` is null where no
 * ledger was held against the leak: no rows then say nothing.
 */
export type DecoysJson = Page<SearchRow> & {
  readonly held: { readonly time: string } | null;
  readonly likenesses: readonly { readonly likeness: DecoyLikeness; readonly count: number }[];
  /** How decoys stand to verdicts: two questions of their own. */
  readonly verdicts: readonly { readonly verdict: string; readonly count: number }[];
  /** Different decoys of the ledger among them. */
  readonly decoys: number;
};
