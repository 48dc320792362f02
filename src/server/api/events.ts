import type { ProgressJson } from './overview.ts';

/**
 * GET /api/events?after=VERSION: server-sent events. The name of each is its key here, its data JSON of the type.
 * A comment line every 15 s keeps the line open. Whoever listens again gives the last `version` it was told as `after`,
 * and is told at once if anything was changed since.
 */
export interface ServerEvents {
  /** At most once a second while a sift runs, and once when it has ended. */
  readonly progress: ProgressJson & { readonly items: number; readonly failures: number };
  /** Somebody changed the review; ask again for what you show. `item` is null for what is about no single one. */
  readonly review: { readonly version: number; readonly item: string | null; readonly author: string };
}
