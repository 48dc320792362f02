/**
 * Why the server gave no answer. `gone`: it is not running any more. `locked`: it does not know this browser.
 * `missing`: there is no such thing in the case. `refused`: it understood and says why not, with the place
 * in a query.
 */
export type ApiFailure =
  | { readonly type: 'gone' }
  | { readonly type: 'locked' }
  | { readonly type: 'missing'; readonly code: string; readonly message: string }
  | {
      readonly type: 'refused';
      readonly code: string;
      readonly message: string;
      readonly place: QueryPlace | null;
    };

/** Where the query language stopped, why, and what to write instead. */
export interface QueryPlace {
  readonly at: number;
  readonly why: string;
  readonly hint: string;
}

/** What `request.ts` throws: the failure as data, for a page to tell in its language. */
export class ApiError extends Error {
  readonly failure: ApiFailure;

  constructor(failure: ApiFailure) {
    super(failure.type);
    this.failure = failure;
  }
}

/** Whatever was thrown, as a failure: an error of our own code is told too, never swallowed. */
export function failureOf(cause: unknown): ApiFailure {
  if (cause instanceof ApiError) return cause.failure;
  const message = cause instanceof Error ? cause.message : String(cause);
  return { type: 'refused', code: 'unexpected', message, place: null };
}
