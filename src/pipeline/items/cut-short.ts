import type { Failure } from '../../model/index.ts';

/** Whether what is wrong with an item is that its bytes are not all there, or damaged where they lay. */
export function isCutShort(failure: Failure | null): boolean {
  return failure?.code === 'truncated' || failure?.code === 'malformed';
}
