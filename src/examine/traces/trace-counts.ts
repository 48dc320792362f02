import type { ItemName, TraceKind } from '../../model/index.ts';

/** What some items bear, as plain data, in the order in which values were first seen. */
export interface TraceCounts {
  readonly usualItems: number;
  readonly days: readonly (readonly [kind: TraceKind, usual: readonly number[], all: readonly number[]])[];
  readonly values: readonly ValueCounts[];
}

/** One value, with the days on which items bear it: usual ones, and all of the leak. */
interface ValueCounts {
  readonly kind: TraceKind;
  readonly value: string;
  readonly items: number;
  /** ISO 8601; null where no item has a date. */
  readonly first: string | null;
  readonly last: string | null;
  readonly examples: readonly ItemName[];
  readonly usual: readonly number[];
  readonly all: readonly number[];
  readonly roles: readonly (readonly [role: string, times: number])[];
}
