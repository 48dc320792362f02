import type { CaseStore } from '../../case/store.ts';
import type { RoleQuery } from '../api/common.ts';
import type { SearchSort } from '../api/search.ts';
import { type CaseTable, itemOfRow, ROLES } from './case-table.ts';
import { Orders } from './order.ts';
import { Recent } from './recent.ts';

/** Queries whose hits are kept: those of a few people who page through lists. 400 kB each at most in 100,000. */
const KEPT_QUERIES = 24;

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
  readonly #hits = new Recent<Uint32Array>(KEPT_QUERIES);
  readonly #sorted = new Recent<Uint32Array>(KEPT_QUERIES);
  readonly #made = new Recent<unknown>(KEPT_QUERIES);

  constructor(store: CaseStore, table: CaseTable) {
    this.table = table;
    this.#store = store;
    this.#orders = new Orders(table, () => this.#itemsOf(store.matches('', {})));
  }

  /** All hits of a query, in the store's order. Throws BadQuery. */
  hits(query: string, role: RoleQuery): Uint32Array {
    return this.#hits.get(`${role} ${query}`, () => {
      if (query.trim() === '') return this.#all(role);
      return this.#itemsOf(this.#store.matches(query, role === 'all' ? {} : { role }));
    });
  }

  find(query: string, role: RoleQuery, wanted: SearchSort): Found {
    const hits = this.hits(query, role);
    const sort = wanted === 'relevance' && !isRanked(query) ? '-date' : wanted;
    if (sort === 'relevance') return { items: hits, sort };
    const items = this.#sorted.get(`${sort} ${role} ${query}`, () => this.#orders.sorted(hits, sort));
    return { items, sort };
  }

  /** Something worked out from this state, kept for the next who asks the same. */
  made<T>(name: string, make: () => T): T {
    return this.#made.get(name, make) as T;
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

/** Words rank the hits, tests of facts do not. */
function isRanked(query: string): boolean {
  return query.replace(/-?(?:[a-z-]{2,12}):(?:"[^"]{0,2000}"|\S{1,2000})/gi, '').trim() !== '';
}
