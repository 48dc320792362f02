import type { Failure, ItemRecord } from '../model/index.ts';
import { recordOf } from './items/record.ts';
import type { Task } from './task.ts';

/** What is left to do with a task whose worker died again and again at one cursor. */
export type GivenUp =
  /** That one item is recorded as lost, and the task goes on behind it. */
  | { readonly type: 'item'; readonly record: ItemRecord; readonly next: number }
  /** Nothing smaller than the container at this path can be named. */
  | { readonly type: 'container'; readonly path: string };

/** What is lost with the item at the cursor, or the container as a whole where no item can be named. */
export function giveUp(task: Task, cursor: number, failure: Failure): GivenUp {
  if (task.kind === 'files') {
    const path = task.files[cursor]?.path;
    if (path !== undefined) return { type: 'item', record: lost(path, null, failure), next: cursor + 1 };
  }
  if (task.kind === 'mbox-range' && cursor >= 0) {
    const path = `${task.path}/#${task.first + cursor + 1}`;
    return { type: 'item', record: lost(path, task.path, failure), next: cursor + 1 };
  }
  return { type: 'container', path: 'path' in task ? task.path : '' };
}

function lost(path: string, parent: string | null, failure: Failure): ItemRecord {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const nothing = { size: 0, sha256: '', locator: null, defects: [], facts: {} };
  const type = 'application/octet-stream';
  return recordOf({ path, parent, kind: 'other', type, name, ...nothing, status: 'failed', failure });
}
