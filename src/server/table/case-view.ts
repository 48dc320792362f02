import { parseQuery, type QueryNode } from '../../case/query/index.ts';
import type { CaseStore } from '../../case/store.ts';
import type { RoleQuery } from '../api/common.ts';
import type { SearchSort } from '../api/search.ts';
import { type CaseTable, itemOfRow, ROLES } from './case-table.ts';
import { type Marks, markHits, wordsIn } from './find/mark-hits.ts';
import { Orders } from './order.ts';
import { Recent } from './recent.ts';

/** Queries whose hits are kept: those of a few people who page through lists. 400 kB each at most in 100,000. */
const KEPT_QUERIES = 24;

/** Answers of the store that are kept, a byte for each item: a filter that is added to words asks it nothing again. */
const KEPT_MARKS = 24;

/**
 * Words that more items hold list their hits by date: to weigh them takes a millisecond a thousand (bm25 of FTS5, measured),
 * which one waits for, and which of so many fits best means little. A filter beside them changes nothing of that.
 */
const MOST_RANKED = 10_000;

/** Counts are small, and each query has one for every facet. */
const KEPT_COUNTS = 400;

export interface Found {
  /** Items in the order asked for. */
  readonly items: Uint32Array;
  /** As it was really ordered: by relevance only where words were looked for. */
  readonly sort: SearchSort;
}

/** A state of the case that lists, counts and pictures are made from, so that they agree with each other. */
export class CaseView {
  readonly table: CaseTable;
  readonly #store: CaseStore;
  readonly #orders: Orders;
  readonly #reviewVersion: () => number;
  readonly #marks = new Recent<Marks>(KEPT_MARKS);
  readonly #hits = new Recent<Uint32Array>(KEPT_QUERIES);
  readonly #sorted = new Recent<Found>(KEPT_QUERIES);
  readonly #made = new Recent<unknown>(KEPT_COUNTS);

  /** @param reviewVersion changes whenever what people say of the items does */
  constructor(store: CaseStore, table: CaseTable, reviewVersion: () => number) {
    this.#reviewVersion = reviewVersion;
    this.table = table;
    this.#store = store;
    this.#orders = new Orders(table, () => this.#itemsOf(store.matches('', 'search')));
  }

  /** All hits of a query, in the order of their numbers. Throws BadQuery. */
  hits(query: string, role: RoleQuery): Uint32Array {
    return this.#hits.get(this.#nameOf(role, query), () => this.#found(parseQuery(query), role));
  }

  find(query: string, role: RoleQuery, wanted: SearchSort): Found {
    return this.#sorted.get(`${wanted} ${this.#nameOf(role, query)}`, () => {
      const hits = this.hits(query, role);
      if (wanted !== 'relevance') return { items: this.#orders.sorted(hits, wanted), sort: wanted };
      const scores = this.#scores(query, hits);
      return scores === null
        ? { items: this.#orders.sorted(hits, '-date'), sort: '-date' }
        : { items: this.#orders.byScore(hits, scores), sort: 'relevance' };
    });
  }

  /** Something counted over the hits of a query. */
  counted<T>(what: string, role: RoleQuery, query: string, make: () => T): T {
    return this.made(`${what} ${this.#nameOf(role, query)}`, make);
  }

  /** Something worked out from this state, kept for the next who asks the same. */
  made<T>(name: string, make: () => T): T {
    return this.#made.get(name, make) as T;
  }

  /** The same of what is worked out elsewhere; what fails is tried again. */
  promised<T>(name: string, make: () => Promise<T>): Promise<T> {
    const made = this.made(name, make);
    made.catch(() => this.#made.forget(name));
    return made;
  }

  /** What was found by tags is not found by the same name once somebody has tagged again. */
  #nameOf(role: RoleQuery, query: string): string {
    return /\b(?:tag|review):|"type":"review"/i.test(query)
      ? `${role} ${this.#reviewVersion()} ${query}`
      : `${role} ${query}`;
  }

  #found(node: QueryNode | null, role: RoleQuery): Uint32Array {
    const { count, role: roles } = this.table;
    const marks = node === null ? null : markHits(node, this.table, (asked) => this.#ask(asked));
    const wanted = role === 'all' ? -1 : ROLES.indexOf(role);
    const items = new Uint32Array(count);
    let found = 0;
    for (let item = 0; item < count; item++)
      if ((marks === null || marks[item] === 1) && (wanted < 0 || roles[item] === wanted))
        items[found++] = item;
    return items.slice(0, found);
  }

  /** What the store says, kept by the question without its place in the query. */
  #ask(node: QueryNode): Marks {
    return this.#marks.get(this.#nameOf('all', JSON.stringify(node)), () => {
      const marks = new Uint8Array(this.table.count);
      for (const item of this.#itemsOf(this.#store.matches(node, 'none'))) marks[item] = 1;
      return marks;
    });
  }

  /**
   * How well each hit fits, where words rank them: those of a field alone do not, since who wrote to whom is a list in order
   * of time, as facts are.
   */
  #scores(query: string, items: Uint32Array): Float64Array | null {
    const node = items.length > MOST_RANKED ? null : parseQuery(query);
    const words = node === null ? null : wordsIn(node);
    if (node === null || words === null || !asksForWords(words)) return null;
    const held = this.#ask(words).reduce((sum, mark) => sum + mark, 0);
    if (held > MOST_RANKED) return null;
    const rows = Float64Array.from(items, (item) => this.table.rows[item] ?? 0);
    return this.#store.scores(node, rows);
  }

  /** What came into the case after the table was read is left out until it is read again. */
  #itemsOf(rows: Float64Array): Uint32Array {
    const items = new Uint32Array(rows.length);
    let count = 0;
    for (const row of rows) {
      const item = itemOfRow(this.table, row);
      if (item >= 0) items[count++] = item;
    }
    return items.subarray(0, count);
  }
}

function asksForWords(node: QueryNode): boolean {
  if (node.type === 'words') return node.columns === null;
  return (node.type === 'and' || node.type === 'or') && node.of.some(asksForWords);
}
