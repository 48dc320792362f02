import type { DecoyMatch, ItemKind, ItemRole, Verdict } from '../../model/index.ts';
import type { Dictionary } from './dictionary.ts';
import type { Lists } from './lists.ts';

/**
 * What is counted and ordered of every item, in columns: some 100 bytes an item. Items are numbered from 0 in the
 * order of their rows; every list of hits is a list of these numbers.
 *
 * The store answers which items a query finds; how many of them have which verdict, who wrote them and when, is
 * counted here, in a millisecond and not in one more query each (docs/decisions/0202).
 */
export interface CaseTable {
  /** `dataVersion` of the store when it was read. */
  readonly version: string;
  readonly count: number;
  readonly rows: Float64Array;
  readonly ids: readonly string[];
  readonly titles: readonly string[];
  /** Indexes into ROLES, KINDS, TABLE_VERDICTS. */
  readonly role: Uint8Array;
  readonly kind: Uint8Array;
  readonly verdict: Uint8Array;
  readonly failure: Int32Array;
  readonly type: Int32Array;
  /** Of the path of the container or message it lies in; -1 for none. */
  readonly parent: Int32Array;
  readonly language: Int32Array;
  readonly thread: Int32Array;
  /** Number of the first copy, or -1. */
  readonly duplicateOf: Int32Array;
  /** Milliseconds since 1970; NaN without a date. */
  readonly date: Float64Array;
  readonly size: Float64Array;
  /** Of the first From address, or -1. */
  readonly from: Int32Array;
  readonly to: Lists;
  /** The few that are planted decoys, by row. */
  readonly decoys: ReadonlyMap<number, DecoyMatch>;
  readonly reasons: Lists;
  readonly topics: Lists;
  readonly people: Dictionary;
  /** The longest name each address was seen with. */
  readonly names: readonly string[];
  readonly types: Dictionary;
  readonly parents: Dictionary;
  readonly languages: Dictionary;
  readonly threads: Dictionary;
  readonly failures: Dictionary;
  readonly reasonCodes: Dictionary;
  readonly topicNames: Dictionary;
}

export const ROLES = ['leak', 'reference'] as const satisfies readonly ItemRole[];
export const KINDS = [
  'message',
  'document',
  'image',
  'archive',
  'mailbox',
  'other',
] as const satisfies readonly ItemKind[];
/** From what to look at first; `none` last. */
export const TABLE_VERDICTS = [
  'altered',
  'doubtful',
  'unverified',
  'corroborated',
  'authentic',
  'none',
] as const satisfies readonly (Verdict | 'none')[];

export const MESSAGE = KINDS.indexOf('message');
export const LEAK = ROLES.indexOf('leak');

/** The item of a row, or -1: the rows are in order. */
export function itemOfRow({ rows, count }: CaseTable, row: number): number {
  // Rows follow each other almost without gaps, so the first guess is nearly always right.
  const guess = row - (rows[0] ?? 0);
  if (rows[guess] === row) return guess;
  let [low, high] = [0, count - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = rows[middle] ?? 0;
    if (found === row) return middle;
    if (found < row) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
