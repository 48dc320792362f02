import type { Reason, Verdict } from '../../model/index.ts';

/** What one piece of evidence says. `unverified` is an abstention. */
export interface Vote {
  readonly verdict: Verdict;
  /** Settles the matter whatever else is known. */
  readonly decisive: boolean;
  readonly reason: Reason;
  /** Remarks that come with it and decide nothing. */
  readonly also?: readonly Reason[];
}
