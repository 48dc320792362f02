import type {
  Address,
  Failure,
  ItemKind,
  ItemRole,
  ItemStatus,
  Judgement,
  Verdict,
} from '../../model/index.ts';
import type { QueryNode } from '../query/ast.ts';

/** One line of a result list: no text, no headers. */
export interface SearchHit {
  readonly row: number;
  readonly id: string;
  readonly kind: ItemKind;
  readonly type: string;
  readonly path: string;
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  readonly status: ItemStatus;
  readonly failure: Failure | null;
  readonly messageId: string | null;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly date: string | null;
  readonly thread: string | null;
  readonly duplicateOf: string | null;
  readonly verdict: Verdict | null;
  readonly reasons: Judgement['reasons'];
  /** Words around the hit with \u0002 and \u0003 around each match; empty without a text query. */
  readonly snippet: string;
}

export interface SearchOptions {
  readonly role?: ItemRole;
  readonly limit?: number;
  readonly offset?: number;
  readonly snippets?: boolean;
}

/** What the workbench holds in memory of every item, to count, to order and to draw. */
export interface TableRow {
  readonly row: number;
  readonly id: string;
  readonly role: ItemRole;
  readonly kind: ItemKind;
  readonly type: string;
  readonly parent: string | null;
  readonly size: number;
  readonly failure: Failure['code'] | null;
  readonly date: string | null;
  /** The beginning of the subject, or the name of what is no message. */
  readonly title: string;
  readonly from: readonly Address[];
  /** To, Cc and Bcc. */
  readonly to: readonly Address[];
  readonly thread: string | null;
  /** Id of the first copy. */
  readonly duplicateOf: string | null;
  readonly verdict: Verdict | null;
  /** Codes, in no order. */
  readonly reasons: readonly string[];
  readonly language: string | null;
  /** The likeliest first. */
  readonly topics: readonly string[];
}

export interface CaseTotals {
  readonly items: Readonly<Record<ItemKind | 'total', number>>;
  readonly bytes: number;
  readonly failures: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  readonly duplicates: number;
}

/** What readers ask of a case: hits of a query, lines of a list, totals. */
export interface SearchStore {
  search(query: string, options: SearchOptions): IterableIterator<SearchHit>;
  count(query: string, options: SearchOptions): number;
  failures(): IterableIterator<SearchHit>;
  /**
   * Rows of all hits, 8 bytes each, to be counted and cut into pages: in the order of `search`, or in no order, which is
   * several times as fast where most of the case is found.
   */
  matches(query: string | QueryNode, order: 'search' | 'none'): Float64Array;
  /**
   * How well each of these rows fits the words that every hit must hold, in their order: what `search` puts the hits in
   * order by, larger is better. -Infinity for a row that does not hold them; null where the query asks for no such words.
   *
   * @param rows in ascending order
   */
  scores(query: QueryNode, rows: Float64Array): Float64Array | null;
  /** Lines of a list for rows, in their order; with words around the hits of `snippetsOf`, a query. */
  hits(rows: Iterable<number>, snippetsOf: string | null): readonly SearchHit[];
  /** At most `limit` items whose row is larger than `after`, in order of rows. */
  table(after: number, limit: number): readonly TableRow[];
  /** Changes whenever another process has written to the case. */
  dataVersion(): string;
  totals(): CaseTotals;
}
