import { createHash } from 'node:crypto';
import type { ByteSource } from '../../model/index.ts';
import { asBuffer } from '../../parse/binary/as-buffer.ts';
import { detectBytes } from '../../parse/detect/index.ts';
import { locatorQuoting, mboxJunk, scanMbox, sniffMbox } from '../../parse/mbox/index.ts';
import type { WorkContext } from '../context.ts';
import { crashed } from '../items/crash.ts';
import { recordOf } from '../items/record.ts';
import { openLocator } from '../locate.ts';
import type { Task } from '../task.ts';

type MboxTask = Extract<Task, { kind: 'mbox' }>;
type Quoting = Extract<Task, { kind: 'mbox-range' }>['quoting'];

// A range is what one worker reads at once: large enough that the scan is not the bottleneck, small enough
// that an interruption repeats a fraction of a second.
const RANGE_BYTES = 4 * 2 ** 20;
const SNIFF_BYTES = 2 ** 20;
const SAMPLES = 256;
const QUOTED_TWICE = Buffer.from('\n>>From ');

/** Cuts a mailbox into ranges of messages. The scan is cheap and starts anew after an interruption. */
export async function runMbox(context: WorkContext, task: MboxTask): Promise<void> {
  context.pulse.beginItem(-1);
  try {
    const source = openLocator(task.source, context.objects, context.limits);
    try {
      await cutRanges(context, task, source);
    } finally {
      source.close();
    }
  } catch (error) {
    context.out.failure(task.path, 'partial', crashed(error));
  }
  await context.out.end(0);
}

/**
 * Nothing but a line ">>From " tells mboxrd from mboxo, and most mailboxes have few of them or none: where the
 * beginning shows none, samples over the whole file are looked at too.
 */
function quotingOf(source: ByteSource): Quoting {
  const quoting = locatorQuoting(sniffMbox(source.read(0, SNIFF_BYTES)).quoting);
  if (quoting !== 'mboxo') return quoting;
  const step = Math.max(SNIFF_BYTES, Math.floor(source.size / SAMPLES));
  for (let at = SNIFF_BYTES; at < source.size; at += step) {
    if (asBuffer(source.read(at, SNIFF_BYTES)).includes(QUOTED_TWICE)) return 'mboxrd';
  }
  return quoting;
}

async function cutRanges(context: WorkContext, task: MboxTask, source: ByteSource): Promise<void> {
  const { path, source: locator, depth, growth } = task;
  const quoting = quotingOf(source);
  let offsets: number[] = [];
  let first = 0;
  let count = 0;
  const emit = () => {
    const place = { path, source: locator, depth, growth };
    const range = { kind: 'mbox-range', ...place, quoting, offsets, first } as const;
    if (offsets.length > 0) context.out.task(`range ${path} ${first}`, range);
    first = count;
    offsets = [];
  };
  for (const message of scanMbox(source, 0)) {
    if (message.end - (offsets[0] ?? message.end) > RANGE_BYTES) {
      emit();
      await context.out.settle(0);
    }
    offsets.push(message.messageStart, message.end);
    count++;
    context.pulse.alive(message.end);
  }
  emit();
  emitJunk(context, task, source, quoting);
  context.out.expect(path, count);
}

/**
 * Bytes before the first message are an item of their own, number 0, so that nothing is lost: a message where the
 * postmark alone is gone, else bytes that belong to none.
 */
function emitJunk(context: WorkContext, task: MboxTask, source: ByteSource, quoting: Quoting): void {
  const junk = mboxJunk(source);
  if (junk === null) return;
  context.out.expect(task.path, 1);
  const bytes = source.read(junk.start, Math.min(junk.end - junk.start, context.limits.itemBytes));
  if (detectBytes(bytes, '').container === 'message') {
    const { path, source: of, depth, growth } = task;
    const offsets = [junk.start, junk.end];
    const place = { path, source: of, depth, growth };
    context.out.task(`range ${path} head`, { kind: 'mbox-range', ...place, quoting, offsets, first: -1 });
    return;
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  context.objects.put(bytes, sha256);
  context.out.item(
    recordOf({
      path: `${task.path}/#0`,
      parent: task.path,
      kind: 'other',
      type: 'application/octet-stream',
      name: '#0',
      size: bytes.length,
      sha256,
      locator: { type: 'object', sha256 },
      text: Buffer.from(bytes.subarray(0, context.limits.textChars)).toString('latin1'),
      attachments: [],
      defects: [
        { code: 'before-first-message', detail: 'Bytes before the first "From " line of the mailbox.' },
      ],
      facts: {},
    }),
  );
  context.out.count(task.path, 'emitted');
}
