import { createHash, hash } from 'node:crypto';
import type { ByteSource, Failure } from '../../model/index.ts';
import { mboxMessage, mboxMessageChunks } from '../../parse/mbox/index.ts';
import type { WorkContext } from '../context.ts';
import { beginItem } from '../each.ts';
import { crashed } from '../items/crash.ts';
import { emitFailed } from '../items/failed.ts';
import { emitMessage } from '../items/message.ts';
import { emitOversize } from '../items/oversize.ts';
import { openLocator } from '../locate.ts';
import type { Task } from '../task.ts';

type RangeTask = Extract<Task, { kind: 'mbox-range' }>;

/** Reads the messages of one range of a mailbox. */
export async function runMboxRange(context: WorkContext, task: RangeTask): Promise<void> {
  const count = task.offsets.length / 2;
  let source: ByteSource | null = null;
  try {
    source = openLocator(task.source, context.objects, context.limits);
    const read = wholeRange(context, task, source);
    for (let i = context.state.next; i < count; i++) {
      await emitAt(context, task, i, read);
      await context.out.settle(i + 1);
    }
  } catch (error) {
    context.out.failure(task.path, 'partial', crashed(error));
  } finally {
    source?.close();
  }
  await context.out.end(count);
}

type ReadRange = (start: number, end: number) => Uint8Array;

/** One read for the whole range, unless a giant message makes it larger than memory should hold. */
function wholeRange(context: WorkContext, task: RangeTask, source: ByteSource): ReadRange {
  const base = task.offsets[0] ?? 0;
  const size = (task.offsets.at(-1) ?? base) - base;
  if (size > context.limits.itemBytes) return (start, end) => source.read(start, end - start);
  const bytes = source.read(base, size);
  return (start, end) => bytes.subarray(start - base, end - base);
}

async function emitAt(context: WorkContext, task: RangeTask, index: number, read: ReadRange): Promise<void> {
  const start = task.offsets[index * 2] ?? 0;
  const end = task.offsets[index * 2 + 1] ?? start;
  const care = beginItem(context, index);
  const number = task.first + index + 1;
  const locator = { type: 'mbox', of: task.source, start, end, quoting: task.quoting } as const;
  const shared = { parent: task.path, name: `#${number}`, depth: task.depth + 1 };
  const item = { ...shared, path: `${task.path}/#${number}`, locator, failure: null, defects: [], facts: {} };
  context.out.covered(end - start);
  if (end - start > context.limits.itemBytes) {
    const head = (at: number, length: number) => read(start + at, Math.min(end, start + at + length));
    const { sha256, size } = hashPieces(context, task, start, end, read);
    const giant = { ...item, size, sha256, type: 'message/rfc822', kind: 'message' } as const;
    await emitOversize(context, giant, { size, read: head, close: () => {} });
    context.out.count(task.path, 'failed');
    return;
  }
  const bytes = mboxMessage(read(start, end), task.quoting);
  const sha256 = hash('sha256', bytes);
  // What stands in a mailbox is a message, whatever its first bytes look like.
  const blob = { ...item, bytes, sha256, rebuilt: false, type: 'message/rfc822', kind: 'message' } as const;
  const failure = care.type === 'failed' ? poisoned(care.code) : await emitGuarded(context, blob);
  if (failure !== null) emitFailed(context, blob, failure);
  context.out.count(task.path, failure === null ? 'emitted' : 'failed');
}

/** The hash and size of a message that memory should not hold at once. */
function hashPieces(
  context: WorkContext,
  { quoting }: RangeTask,
  start: number,
  end: number,
  read: ReadRange,
): { sha256: string; size: number } {
  const whole = createHash('sha256');
  let size = 0;
  const source = { read: (at: number, length: number) => read(at, at + length) };
  for (const piece of mboxMessageChunks(source, start, end, quoting)) {
    whole.update(piece);
    size += piece.length;
    context.pulse.alive(size);
  }
  return { sha256: whole.digest('hex'), size };
}

async function emitGuarded(
  context: WorkContext,
  blob: Parameters<typeof emitMessage>[1],
): Promise<Failure | null> {
  try {
    await emitMessage(context, blob, blob.bytes);
    return null;
  } catch (error) {
    return crashed(error);
  }
}

function poisoned(code: 'timeout' | 'crashed'): Failure {
  const detail = 'Reading this message twice ended its worker; it is recorded by its hash alone.';
  return { code, detail };
}
