import { bytesOf } from '../../case/bytes.ts';
import type { WorkContext } from '../context.ts';
import { beginItem } from '../each.ts';
import type { Task } from '../task.ts';

/**
 * Reads one item again where it lies, and what it carries: it takes the place of what the case had. Bytes that are gone,
 * and items at which a worker died twice, stay as they were.
 */
export async function runReread(
  context: WorkContext,
  task: Extract<Task, { kind: 'reread' }>,
): Promise<void> {
  if (beginItem(context, 0).type === 'normal' && context.state.next === 0) {
    const { path, parent, name, locator, depth, facts } = task;
    const bytes = bytesOf(locator, context.objects, context.limits);
    const base = { path, parent, name, locator, depth, facts };
    if (bytes !== null)
      await context.emit(context, { ...base, bytes, rebuilt: false, failure: null, defects: [] });
    await context.out.settle(1);
  }
  await context.out.end(1);
}
