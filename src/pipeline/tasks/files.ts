import { hash } from 'node:crypto';
import type { Failure, Locator } from '../../model/index.ts';
import { detectBytes, detectSource } from '../../parse/detect/detect.ts';
import { type OpenFile, openFile } from '../../source/index.ts';
import { Ahead, type EarlyItem, MOST_EARLY_BYTES, type ReadEarly } from '../ahead.ts';
import type { WorkContext } from '../context.ts';
import { beginItem } from '../each.ts';
import { emitContainer } from '../items/container-item.ts';
import { crashed } from '../items/crash.ts';
import { emitMissing } from '../items/failed.ts';
import { hashOpenFile } from '../items/hash.ts';
import { mismatchDefects, nameInFolder } from '../items/known-blob.ts';
import { emitOversize } from '../items/oversize.ts';
import { recordOf } from '../items/record.ts';
import type { FileRef, Task } from '../task.ts';
import { isRandomAccess } from './container-kinds.ts';

// Files above this size are not read whole when their head says they are containers.
const WHOLE_BYTES = 4 * 2 ** 20;

/** Reads the files of one stretch of a folder. */
export async function runFiles(context: WorkContext, task: Extract<Task, { kind: 'files' }>): Promise<void> {
  const { files } = task;
  const ahead = new Ahead(context, files.length, readEarly(files));
  for (let i = context.state.next; i < files.length; i++) {
    const file = files[i];
    if (file === undefined) break;
    const early = ahead.at(i);
    const care = beginItem(context, i);
    if (early !== null) await emitEarly(context, file, early);
    else await emitFile(context, file, care.type === 'failed' ? care.code : null);
    await context.out.settle(i + 1);
  }
  await context.out.end(files.length);
}

function readEarly(files: readonly FileRef[]): ReadEarly {
  return (index) => {
    const ref = files[index];
    if (ref === undefined || ref.size > MOST_EARLY_BYTES) return null;
    const bytes = smallFile(ref.file);
    if (bytes === null) return null;
    const { container } = detectBytes(bytes, nameInFolder(fileItem(ref, bytes.length)));
    return { bytes, isMessage: container === 'message' };
  };
}

function smallFile(path: string): Uint8Array | null {
  const source = openFile(path);
  try {
    return source.size > MOST_EARLY_BYTES ? null : source.read(0, source.size);
  } finally {
    source.close();
  }
}

async function emitEarly(context: WorkContext, ref: FileRef, early: EarlyItem): Promise<void> {
  try {
    await emitBytes(context, ref, early);
  } catch (error) {
    emitUnread(context, ref, error);
  }
}

function emitUnread(context: WorkContext, { path }: FileRef, error: unknown): void {
  const name = path.slice(path.lastIndexOf('/') + 1);
  emitMissing(context, { path, parent: null, name, defects: [], facts: {} }, crashed(error));
}

async function emitFile(context: WorkContext, ref: FileRef, poison: Failure['code'] | null): Promise<void> {
  let source: OpenFile;
  try {
    source = openFile(ref.file);
  } catch (error) {
    emitUnread(context, ref, error);
    return;
  }
  try {
    if (poison === null && source.size <= WHOLE_BYTES)
      await emitBytes(context, ref, { bytes: source.read(0, source.size), examined: null });
    else await emitLarge(context, ref, source, poison);
  } catch (error) {
    emitUnread(context, ref, error);
  } finally {
    source.close();
  }
}

async function emitBytes(context: WorkContext, ref: FileRef, { bytes, examined }: EarlyItem): Promise<void> {
  const sha256 = hash('sha256', bytes);
  addSource(context, ref, sha256, bytes.length);
  context.out.covered(bytes.length);
  const item = fileItem(ref, bytes.length);
  await context.emit(context, { ...item, bytes, sha256, examined, rebuilt: false, failure: null });
}

/** A large file: containers are left to a task, what must be in memory is read if the limit allows it. */
async function emitLarge(
  context: WorkContext,
  ref: FileRef,
  source: OpenFile,
  poison: Failure['code'] | null,
): Promise<void> {
  const sha256 = hashOpenFile(source, context.pulse);
  addSource(context, ref, sha256, source.size);
  const { size } = source;
  const item = fileItem(ref, size);
  const detection = detectSource(source, nameInFolder(item));
  const { container, type, kind } = detection;
  const defects = mismatchDefects([], detection);
  const known = { ...item, size, defects, type, kind, sha256, failure: null };
  // A mailbox counts as its messages are read; of an archive the share read is not known.
  if (container !== 'mbox') context.out.covered(size);
  if (poison !== null) {
    const { depth: _depth, ...record } = known;
    const failure = { code: poison, detail: POISONED } as const;
    context.out.item(recordOf({ ...record, status: 'failed', failure }));
  } else if (isRandomAccess(container)) {
    emitContainer(context, known, container);
  } else if (size <= context.limits.itemBytes) {
    const bytes = source.read(0, size);
    await context.emit(context, { ...item, bytes, rebuilt: false, failure: null });
  } else {
    await emitOversize(context, known, source);
  }
}

const POISONED = 'Reading this file twice ended its worker; it is recorded by its hash alone.';

function fileItem(ref: FileRef, size: number) {
  const locator: Locator = { type: 'file', path: ref.file, start: 0, end: size };
  const name = ref.path.slice(ref.path.lastIndexOf('/') + 1);
  return { path: ref.path, parent: null, name, locator, depth: 0, defects: [], facts: {} } as const;
}

function addSource(context: WorkContext, ref: FileRef, sha256: string, size: number): void {
  context.out.source({ path: ref.file, role: context.state.role, size, mtimeMs: ref.mtimeMs, sha256 });
}
