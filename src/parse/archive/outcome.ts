import type { EntryOutcome, Failure, FailureCode } from '../../model/index.ts';
import { TamisError } from '../../model/index.ts';

/** A failure as data. */
export function failure(code: FailureCode, detail: string): Failure {
  return { code, detail };
}

/** The outcome of an entry of which no byte could be read. */
export function failed(code: FailureCode, detail: string): EntryOutcome {
  return { type: 'failed', failure: { code, detail } };
}

/** `bytes` when nothing went wrong, `partial` when something was read, `failed` when nothing was. */
export function outcomeOf(bytes: Uint8Array, problem: Failure | null): EntryOutcome {
  if (problem === null) return { type: 'bytes', bytes };
  return bytes.length > 0
    ? { type: 'partial', bytes, failure: problem }
    : { type: 'failed', failure: problem };
}

/** How a stream says that it ends early: an error whose code is a failure code (see EntryOutcome). */
export function streamError(problem: Failure): TamisError {
  return new TamisError(problem.code, problem.detail);
}
