/** What all resources share. These types are the contract with the browser: nothing of Node in here. */

/** Every answer that is no success. `at` is the place in the query, for `bad-query`. */
export interface ErrorJson {
  readonly error: {
    /** Stable: `bad-query`, `no-item`, `bad-request`, `not-signed-in`, `conflict`, ... */
    readonly code: string;
    readonly message: string;
    readonly at?: number;
  };
}

/** A page of a list. `total` counts all there are, not those in `rows`. */
export interface Page<Row> {
  readonly total: number;
  readonly offset: number;
  readonly rows: readonly Row[];
}

export type RoleQuery = 'leak' | 'reference' | 'all';

export interface CountedValue {
  readonly value: string;
  readonly count: number;
}
