import { createHash, hash } from 'node:crypto';
import type { ByteRange, ByteSource, Failure } from '../../model/index.ts';
import { mboxMessage, mboxMessageChunks } from '../../parse/mbox/index.ts';
import { Ahead, type EarlyItem, MOST_EARLY_BYTES, type ReadEarly } from '../ahead.ts';
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
    const ahead = new Ahead(context, count, readEarly(task, read));
    for (let i = context.state.next; i < count; i++) {
      await emitAt(context, task, i, read, ahead.at(i));
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

function readEarly(task: RangeTask, read: ReadRange): ReadEarly {
  return (index) => {
    const { start, end } = placeOf(task, index);
    if (end - start > MOST_EARLY_BYTES) return null;
    return { bytes: mboxMessage(read(start, end), task.quoting), isMessage: true };
  };
}

function placeOf({ offsets }: RangeTask, index: number): ByteRange {
  const start = offsets[index * 2] ?? 0;
  return { start, end: offsets[index * 2 + 1] ?? start };
}

async function emitAt(
  context: WorkContext,
  task: RangeTask,
  index: number,
  read: ReadRange,
  early: EarlyItem | null,
): Promise<void> {
  const { start, end } = placeOf(task, index);
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
  const bytes = early?.bytes ?? mboxMessage(read(start, end), task.quoting);
  const examined = early?.examined ?? null;
  const sha256 = hash('sha256', bytes);
  // What stands in a mailbox is a message, whatever its first bytes look like.
  const known = { type: 'message/rfc822', kind: 'message', sha256, rebuilt: false, examined } as const;
  const blob = { ...item, ...known, bytes };
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
