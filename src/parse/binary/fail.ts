import { FAILURE_CODES, type Failure, type FailureCode, TamisError } from '../../model/index.ts';

/**
 * Stops the reading of one item. Binary formats nest so deeply that passing a failure up by hand would
 * hide the code; it is thrown here and caught by `attempt` at the border of each item.
 */
export function fail(code: FailureCode, detail: string): never {
  throw new TamisError(code, detail);
}

/** Runs a reader; hostile bytes end in a failure, never in an exception. */
export function attempt<T>(read: () => T): { readonly ok: T } | { readonly failure: Failure } {
  try {
    return { ok: read() };
  } catch (error) {
    return { failure: failureOf(error) };
  }
}

/** What to tell of something thrown: our own stop with its code, or the reader's own mistake. */
export function failureOf(error: unknown): Failure {
  if (error instanceof TamisError) {
    const code = FAILURE_CODES.find((known) => known === error.code);
    if (code !== undefined) return { code, detail: error.message };
  }
  return {
    code: 'crashed',
    detail: `The reader stopped: ${error instanceof Error ? error.message : 'unknown error'}.`,
  };
}
