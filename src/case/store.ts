import type { DecoyMatch, DomainKey } from '../model/index.ts';
import type { CustodyStore } from './store/custody.ts';
import type { ItemWriting } from './store/items.ts';
import type { ManifestStore } from './store/manifest.ts';
import type { JudgementStore } from './store/messages.ts';
import type { ItemReading } from './store/reading.ts';
import type { SearchStore } from './store/search.ts';
import type { TaskStore } from './store/tasks.ts';
import type { TextStore } from './store/texts.ts';
import type { TraceStore } from './store/traces.ts';

export type * from './store/custody.ts';
export type * from './store/items.ts';
export type * from './store/manifest.ts';
export type * from './store/messages.ts';
export type * from './store/objects.ts';
export type * from './store/reading.ts';
export type * from './store/search.ts';
export type * from './store/tasks.ts';
export type * from './store/texts.ts';
export type * from './store/traces.ts';

/**
 * The store of a case, made of what its users ask of it, so that one may ask for a part alone. One writer at a time.
 * SQLite with FTS5 and PostgreSQL stand behind it, so that nothing here speaks SQL.
 */
export interface CaseStore
  extends ManifestStore,
    TaskStore,
    ItemWriting,
    ItemReading,
    JudgementStore,
    TextStore,
    TraceStore,
    SearchStore,
    CustodyStore {
  readonly directory: string;
  close(): void;

  /** All writes made inside become durable together or not at all. Not re-entrant. */
  transaction<T>(work: () => T): T;

  setting(name: string): string | null;
  setSetting(name: string, value: string): void;

  keys(): readonly DomainKey[];
  /** Returns how many were not known before. */
  addKeys(keys: readonly DomainKey[]): number;

  /** Replaces all marks of decoys. */
  setDecoys(rows: Iterable<readonly [row: number, match: DecoyMatch]>): void;
  /** All of them, in order of rows. */
  decoys(): readonly (readonly [row: number, match: DecoyMatch])[];

  /** What people said of items, to be written too where that may be. To be closed by who opens it. */
  openReview(): import('./review/review-log.ts').ReviewLog;
  /** The events of the review; nothing where nobody has reviewed the case. */
  reviewEvents(): readonly import('./review/event.ts').ReviewEvent[];
}
