import type { Failure } from '../../model/index.ts';
import { TamisError } from '../../model/index.ts';

/** A parser that threw costs its item, not the run. The message is Tamis's own or the engine's. */
export function crashed(error: unknown): Failure {
  if (isCaseTrouble(error)) throw error;
  if (error instanceof TamisError && error.code === 'unreadable') {
    return { code: 'unreadable', detail: error.message };
  }
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { code: 'crashed', detail: `The reader stopped with ${what.slice(0, 200)}` };
}

// The disk of the case, not the item, is at fault: the sift must stop, or a full disk would be written down as
// thousands of unreadable items.
const CASE_TROUBLE = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'disk-full']);

/** Whether an error comes from writing the case; its worker reports it and the sift ends. */
export function isCaseTrouble(error: unknown): boolean {
  return error instanceof Error && 'code' in error && CASE_TROUBLE.has(String(error.code));
}

/** What is not opened because an earlier attempt at it, or at what carries it, ended its worker. */
export function distrusted(code: 'timeout' | 'crashed'): Failure {
  return { code, detail: 'Not opened: an earlier attempt ended the worker that read it.' };
}
