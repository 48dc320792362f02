import { createHash } from 'node:crypto';
import { type WalkEntry, walk } from '../../source/index.ts';
import type { WorkContext } from '../context.ts';
import { beginItem } from '../each.ts';
import { recordOf } from '../items/record.ts';
import type { FileRef, Task } from '../task.ts';

// One task reads up to this many files or bytes: large enough that the queue costs nothing, small enough that
// two workers share a folder evenly and an interruption repeats little.
const CHUNK_FILES = 200;
const CHUNK_BYTES = 16 * 2 ** 20;

/** Lists an input and cuts its files into tasks; what is not a file becomes an item at once. */
export async function runWalk(context: WorkContext, task: Extract<Task, { kind: 'walk' }>): Promise<void> {
  let chunk: FileRef[] = [];
  let bytes = 0;
  let cursor = 0;
  const emit = () => {
    const first = chunk[0];
    if (first !== undefined) context.out.task(`files ${first.path}`, { kind: 'files', files: chunk });
    chunk = [];
    bytes = 0;
  };
  for (const entry of walk(task.root)) {
    // The listing starts anew after an interruption and passes over what was committed: cutting always falls
    // at the same places, so the keys of the tasks are the same too.
    if (chunk.length >= CHUNK_FILES || bytes >= CHUNK_BYTES) {
      emit();
      await context.out.settle(0);
    }
    beginItem(context, cursor++);
    const path = pathOf(task, entry);
    if (entry.type === 'file') {
      chunk.push({ file: entry.path, path, size: entry.size, mtimeMs: entry.mtimeMs });
      bytes += entry.size;
      context.out.found(entry.size);
    } else {
      emitOther(context, path, entry);
    }
  }
  emit();
  await context.out.end(cursor);
}

function pathOf(task: Extract<Task, { kind: 'walk' }>, entry: WalkEntry): string {
  const isRootItself = entry.path === task.root;
  return isRootItself || entry.name === '' ? task.path : `${task.path}/${entry.name}`;
}

/** Links, devices and what the system refuses to show: recorded with what they are, never followed. */
function emitOther(context: WorkContext, path: string, entry: Exclude<WalkEntry, { type: 'file' }>): void {
  const target = entry.type === 'link' ? entry.target : '';
  const bytes = Buffer.from(target, 'utf8');
  const what = entry.type === 'link' ? 'symlink' : entry.type === 'special' ? entry.kind : 'unreadable';
  context.out.item(
    recordOf({
      path,
      parent: null,
      kind: 'other',
      type: `inode/${what}`,
      name: path.slice(path.lastIndexOf('/') + 1),
      size: bytes.length,
      // A link's bytes are its target; the others have none, and the hash of nothing would be a claim.
      sha256: entry.type === 'link' ? createHash('sha256').update(bytes).digest('hex') : '',
      locator: null,
      status: entry.type === 'failed' ? 'failed' : 'skipped',
      failure: entry.type === 'failed' ? entry.failure : null,
      defects: entry.type === 'link' ? [{ code: 'symbolic-link', detail: `Points to ${target}.` }] : [],
      facts: entry.type === 'link' ? { target } : {},
    }),
  );
}
