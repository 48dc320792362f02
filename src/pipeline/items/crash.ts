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

// The disk of the case or the store of its objects, not the item, is at fault: the sift must stop, or a full disk would be
// written down as thousands of unreadable items.
const STORE_TROUBLE: ReadonlySet<string> = new Set(['objects-lost', 'objects-refused', 'objects-altered']);
const CASE_TROUBLE: ReadonlySet<string> = new Set([
  'ENOSPC',
  'EDQUOT',
  'EROFS',
  'disk-full',
  ...STORE_TROUBLE,
]);

/** What a sift that ends with such an error says. */
export function caseTrouble(error: unknown): TamisError {
  const why = error instanceof Error ? error.message : String(error);
  if (error instanceof TamisError && STORE_TROUBLE.has(error.code))
    return new TamisError(error.code, `${why} Run sift again when it does, it goes on from here.`);
  const text = `the case cannot be written (${why}); make room and run sift again, it goes on from here`;
  return new TamisError('disk-full', text);
}

/** Whether an error comes from writing the case; its worker reports it and the sift ends. */
export function isCaseTrouble(error: unknown): boolean {
  return error instanceof Error && 'code' in error && CASE_TROUBLE.has(String(error.code));
}

/** What is not opened because an earlier attempt at it, or at what carries it, ended its worker. */
export function distrusted(code: 'timeout' | 'crashed'): Failure {
  return { code, detail: 'Not opened: an earlier attempt ended the worker that read it.' };
}
