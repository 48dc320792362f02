import type { StoredItem } from '../store.ts';
import type { PlainTable, RawRow } from './tables.ts';

/** Rows that are moved at once. */
export const PAGE_ROWS = 500;

/** One row of each table that speaks of an item's own content, and of what was judged. */
export interface RawItem {
  readonly row: number;
  readonly item: RawRow;
  /** Null for what is no message. */
  readonly message: RawRow | null;
  readonly text: string | null;
  readonly details: string;
  readonly traces: string | null;
}

export interface RawJudgement {
  readonly row: number;
  readonly verdict: string;
  readonly reasons: string;
  readonly codes: readonly string[];
}

/** A store as the source of a move: everything, page by page, as it stands there. */
export interface MoveSource {
  pages(table: PlainTable): Iterable<readonly RawRow[]>;
  items(): Iterable<readonly RawItem[]>;
  judgements(): Iterable<readonly RawJudgement[]>;
  /** The JSON of the groups, in their order. */
  traceGroups(): Iterable<string>;
  /** To make the words of the index again. */
  itemByRow(row: number): StoredItem | null;
}

/** A store as the target: empty before, and whole or not at all afterwards. */
export interface MoveTarget {
  add(table: PlainTable, rows: readonly RawRow[]): void;
  addItems(items: readonly RawItem[]): void;
  addJudgements(judgements: readonly RawJudgement[]): void;
  addTraceGroups(groups: readonly string[]): void;
  /** Of these rows, whose items and OCR are there. */
  addWords(items: readonly StoredItem[]): void;
}

/** What was moved, by table. */
export type Moved = Readonly<Record<string, number>>;

/** Carries everything from one store to the other. Rows keep their numbers. */
export function carryOver(from: MoveSource, to: MoveTarget, tables: readonly PlainTable[]): Moved {
  const moved: Record<string, number> = {};
  const count = (name: string, more: number): void => {
    moved[name] = (moved[name] ?? 0) + more;
  };
  for (const table of tables) {
    for (const rows of from.pages(table)) {
      to.add(table, rows);
      count(table.name, rows.length);
    }
  }
  for (const items of from.items()) {
    to.addItems(items);
    to.addWords(items.flatMap(({ row }) => from.itemByRow(row) ?? []));
    count('items', items.length);
  }
  for (const judgements of from.judgements()) {
    to.addJudgements(judgements);
    count('judgements', judgements.length);
  }
  const groups = [...from.traceGroups()];
  to.addTraceGroups(groups);
  count('trace_groups', groups.length);
  return moved;
}
