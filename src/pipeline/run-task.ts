import type { WorkContext } from './context.ts';
import { runContainer } from './tasks/container.ts';
import { runFiles } from './tasks/files.ts';
import { runJoin } from './tasks/join.ts';
import { runMbox } from './tasks/mbox.ts';
import { runMboxRange } from './tasks/mbox-range.ts';
import { runRecheck } from './tasks/recheck.ts';
import { runReread } from './tasks/reread.ts';
import { runWalk } from './tasks/walk.ts';

/** Runs one task to its end, from the cursor its state names. */
export async function runTask(context: WorkContext): Promise<void> {
  const { task } = context.state;
  switch (task.kind) {
    case 'walk':
      return runWalk(context, task);
    case 'files':
      return runFiles(context, task);
    case 'mbox':
      return runMbox(context, task);
    case 'mbox-range':
      return runMboxRange(context, task);
    case 'container':
      return runContainer(context, task);
    case 'join':
      return runJoin(context, task);
    case 'recheck':
      return runRecheck(context, task);
    case 'reread':
      return runReread(context, task);
    case 'ocr':
      return (await import('./tasks/ocr.ts')).runOcr(context, task);
  }
}
