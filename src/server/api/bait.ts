import type { Verdict } from '../../model/verdict.ts';
import type { Page } from './common.ts';
import type { TechniqueJson } from './operation.ts';

/**
 * GET /api/bait?sort=score|date&offset=&limit=&lang=: what the last `tamis bait mail --case` found in the leak. `look`
 * is null where nobody looked: no rows then say nothing.
 */
export type BaitJson = Page<BaitRow> & {
  readonly look: {
    /** ISO 8601. */
    readonly time: string;
    readonly brands: readonly string[];
    readonly messages: number;
  } | null;
};

export interface BaitRow {
  readonly id: string;
  readonly mailbox: string;
  readonly date: string | null;
  readonly from: string;
  readonly subject: string;
  readonly verdict: Verdict | null;
  /** 50 to 100: an order, no probability. */
  readonly score: number;
  /** The heaviest first. */
  readonly reasons: readonly {
    readonly code: string;
    readonly title: string;
    readonly text: string;
    /** What it adds to the score. */
    readonly weight: number;
  }[];
  /** Written so that no program opens them. */
  readonly links: readonly string[];
  readonly techniques: readonly TechniqueJson[];
}
