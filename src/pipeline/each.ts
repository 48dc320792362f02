import type { WorkContext } from './context.ts';

/** What to do with the item at a cursor, given what happened there before. */
export type Care =
  | { readonly type: 'normal' }
  | { readonly type: 'failed'; readonly code: 'timeout' | 'crashed' };

/**
 * Marks the beginning of the item at `cursor`. An item whose worker died there once is read again without
 * opening what it carries; the second time it is to be recorded by its hash alone.
 */
export function beginItem(context: WorkContext, cursor: number): Care {
  context.pulse.beginItem(cursor);
  const poison = context.state.poison.find((each) => each.at === cursor);
  context.distrust = poison?.code ?? null;
  if (poison === undefined || poison.level < 2) return { type: 'normal' };
  return { type: 'failed', code: poison.code };
}
