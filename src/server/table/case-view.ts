import type { CaseStore } from '../../case/store.ts';
import type { RoleQuery } from '../api/common.ts';
import type { SearchSort } from '../api/search.ts';
import { type CaseTable, itemOfRow, ROLES } from './case-table.ts';
import { Orders } from './order.ts';
import { Recent } from './recent.ts';

/** Queries whose hits are kept: those of a few people who page through lists. 400 kB each at most in 100,000. */
const KEPT_QUERIES = 24;

/**
 * More hits are listed by date: to weigh the words takes 2.5 ms a thousand (bm25 of FTS5, measured), which one waits for,
 * and which of so many fits best means little.
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
  readonly #hits = new Recent<Uint32Array>(KEPT_QUERIES);
  readonly #sorted = new Recent<Uint32Array>(KEPT_QUERIES);
  readonly #made = new Recent<unknown>(KEPT_COUNTS);

  /** @param reviewVersion changes whenever what people say of the items does */
  constructor(store: CaseStore, table: CaseTable, reviewVersion: () => number) {
    this.#reviewVersion = reviewVersion;
    this.table = table;
    this.#store = store;
    this.#orders = new Orders(table, () => this.#itemsOf(store.matches('', 'search')));
  }

  /** All hits of a query, in no order. Throws BadQuery. */
  hits(query: string, role: RoleQuery): Uint32Array {
    return this.#hits.get(this.#nameOf(role, query), () =>
      query.trim() === '' ? this.#all(role) : this.#inRole(this.#store.matches(query, 'none'), role),
    );
  }

  find(query: string, role: RoleQuery, wanted: SearchSort): Found {
    const hits = this.hits(query, role);
    const ranks = isRanked(query) && hits.length <= MOST_RANKED;
    const sort = wanted === 'relevance' && !ranks ? '-date' : wanted;
    const items = this.#sorted.get(`${sort} ${this.#nameOf(role, query)}`, () =>
      sort === 'relevance'
        ? this.#inRole(this.#store.matches(query, 'search'), role)
        : this.#orders.sorted(hits, sort),
    );
    return { items, sort };
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
    return /\b(?:tag|review):/i.test(query)
      ? `${role} ${this.#reviewVersion()} ${query}`
      : `${role} ${query}`;
  }

  #inRole(rows: Float64Array, role: RoleQuery): Uint32Array {
    const items = this.#itemsOf(rows);
    const wanted = role === 'all' ? -1 : ROLES.indexOf(role);
    return role === 'all' ? items : items.filter((item) => this.table.role[item] === wanted);
  }

  #all(role: RoleQuery): Uint32Array {
    const { count, role: roles } = this.table;
    const every = Uint32Array.from({ length: count }, (_, item) => item);
    if (role === 'all') return every;
    const wanted = ROLES.indexOf(role);
    return every.filter((item) => roles[item] === wanted);
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

/** Words rank the hits; tests of facts, and who wrote to whom, are lists in order of time. */
function isRanked(query: string): boolean {
  const words = query
    .replace(/-?(?:[a-z-]{2,12}):(?:"[^"]{0,2000}"|\([^)]{0,2000}\)|[^\s()]{1,2000})/gi, '')
    .replace(/\b(?:OR|AND|NOT)\b/g, '');
  return /[\p{L}\p{N}]/u.test(words);
}
