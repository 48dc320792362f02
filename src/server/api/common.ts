/** What all resources share. These types are the contract with the browser: nothing of Node in here. */

/** Every answer that is no success, in the language that `lang` or Accept-Language asks for. */
export interface ErrorJson {
  readonly error: {
    /** Stable: `bad-query`, `no-item`, `bad-request`, `not-signed-in`, `conflict`, ... */
    readonly code: string;
    readonly message: string;
    /** Of `bad-query`: the place in the query, and the message in two parts, without the query. */
    readonly at?: number;
    readonly why?: string;
    readonly hint?: string;
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
