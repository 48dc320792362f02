import { resolve, sep } from 'node:path';
import type { CaseInput, CaseStore } from '../case/store.ts';
import { type WalkEntry, walk } from '../source/index.ts';
import type { FileRef, TaskState } from './task.ts';
import { ChunkOfFiles, pathInInput } from './tasks/walk.ts';

/** What has become of inputs since they were read to their end. */
export interface SinceRead {
  /** Queued to be read now. */
  readonly added: number;
  /** Of another size or date than the case read: it holds what they were. */
  readonly changed: number;
  /** No longer there. */
  readonly missing: number;
}

export const NOTHING_SINCE: SinceRead = { added: 0, changed: 0, missing: 0 };

/**
 * Looks through inputs that were read to their end before, and queues what has come to them since: a dump that is still
 * being fetched grows, and to say "nothing new" of it would lose what came in silence. An item's path is its own for
 * ever, so what has changed is counted and not read again. Only while no task is pending, since files that wait in one
 * are not in the manifest. Holds the names of the manifest: some 300 bytes a file.
 */
export function planLaterFiles(store: CaseStore, inputs: readonly CaseInput[]): SinceRead {
  if (inputs.length === 0) return NOTHING_SINCE;
  const known = knownFiles(store, inputs);
  let added = 0;
  let changed = 0;
  for (const input of inputs) {
    const chunk = new ChunkOfFiles((files) => addFiles(store, input, files));
    const others: string[] = [];
    for (const entry of walk(input.path)) {
      const key = keyOf(input, entry.path);
      const as = known.get(key);
      known.delete(key);
      const path = pathInInput(input.path, input.name, entry);
      if (as !== undefined) {
        if (as !== stateOf(entry)) changed++;
      } else if (store.itemByPath(input.role, path) === null) {
        added++;
        if (entry.type === 'file')
          chunk.add({ file: entry.path, path, size: entry.size, mtimeMs: entry.mtimeMs });
        else others.push(path);
      }
    }
    chunk.end();
    if (others.length > 0) addOthers(store, input, others);
  }
  return { added, changed, missing: known.size };
}

/** Every file below these inputs as it was read. */
function knownFiles(store: CaseStore, inputs: readonly CaseInput[]): Map<string, string> {
  const known = new Map<string, string>();
  for (const { role, path, size, mtimeMs } of store.sources()) {
    const isBelow = inputs.some(
      (input) => input.role === role && (path === input.path || path.startsWith(withSeparator(input.path))),
    );
    if (isBelow) known.set(keyOf({ role }, path), `${size} ${Math.floor(mtimeMs)}`);
  }
  return known;
}

function withSeparator(path: string): string {
  return path.endsWith(sep) ? path : path + sep;
}

function keyOf({ role }: Pick<CaseInput, 'role'>, path: string): string {
  return `${role} ${resolve(path)}`;
}

function stateOf(entry: WalkEntry): string {
  return entry.type === 'file' ? `${entry.size} ${Math.floor(entry.mtimeMs)}` : entry.type;
}

function addFiles(store: CaseStore, { role }: CaseInput, files: readonly FileRef[]): void {
  const payload: TaskState = { role, task: { kind: 'files', files }, next: 0, poison: [] };
  store.addTasks([{ key: `${role} files ${files[0]?.path}`, kind: 'files', payload }]);
}

/** Links, devices and folders that cannot be listed: the walk tells what they are. */
function addOthers(store: CaseStore, { role, path: root, name }: CaseInput, only: readonly string[]): void {
  const payload: TaskState = { role, task: { kind: 'walk', root, path: name, only }, next: 0, poison: [] };
  store.addTasks([{ key: `${role} walk ${only[0]}`, kind: 'walk', payload }]);
}
