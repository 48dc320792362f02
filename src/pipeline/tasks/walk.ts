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
  const only = task.only === undefined ? null : new Set(task.only);
  // The listing starts anew after an interruption and passes over what was committed: cutting always falls
  // at the same places, so the keys of the tasks are the same too.
  const chunk = new ChunkOfFiles((files) => {
    context.out.task(`files ${files[0]?.path}`, { kind: 'files', files });
  });
  let cursor = 0;
  for (const entry of walk(task.root)) {
    beginItem(context, cursor++);
    const path = pathInInput(task.root, task.path, entry);
    if (only?.has(path) === false) continue;
    if (entry.type === 'file') {
      context.out.found(entry.size);
      if (chunk.add({ file: entry.path, path, size: entry.size, mtimeMs: entry.mtimeMs }))
        await context.out.settle(0);
    } else {
      emitOther(context, path, entry);
    }
  }
  chunk.end();
  await context.out.end(cursor);
}

/** The path of the item that an entry of an input becomes. */
export function pathInInput(root: string, name: string, entry: WalkEntry): string {
  const isRootItself = entry.path === root;
  return isRootItself || entry.name === '' ? name : `${name}/${entry.name}`;
}

/** Files on their way into tasks: handed on whenever there are enough for one. */
export class ChunkOfFiles {
  readonly #emit: (files: readonly FileRef[]) => void;
  #files: FileRef[] = [];
  #bytes = 0;

  constructor(emit: (files: readonly FileRef[]) => void) {
    this.#emit = emit;
  }

  /** Whether those before it were handed on. */
  add(file: FileRef): boolean {
    const isFull = this.#files.length >= CHUNK_FILES || this.#bytes >= CHUNK_BYTES;
    if (isFull) this.end();
    this.#files.push(file);
    this.#bytes += file.size;
    return isFull;
  }

  end(): void {
    if (this.#files.length > 0) this.#emit(this.#files);
    this.#files = [];
    this.#bytes = 0;
  }
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
