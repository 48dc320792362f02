import { bytesOf } from '../../case/bytes.ts';
import type { OcrText } from '../../model/index.ts';
import { NOTHING_READ, ocrText } from '../../parse/ocr/ocr.ts';
import type { WorkContext } from '../context.ts';
import type { Task } from '../task.ts';

/** Pages read between two commits: half a minute of work may be lost to an interruption, not an hour. */
const PAGES_AT_A_TIME = 16;
/** Of a page's percentages, so that one page has five times `limits.itemMs` at the most, and a loop has one. */
const STEP = 20;

/** Reads what stands in the pictures of one item, from the page its task names. */
export async function runOcr(context: WorkContext, task: Extract<Task, { kind: 'ocr' }>): Promise<void> {
  context.out.ocr(task.row, await readItem(context, task));
  await context.out.end(1);
}

async function readItem(context: WorkContext, task: Extract<Task, { kind: 'ocr' }>): Promise<OcrText> {
  const { pulse, objects, limits, container } = context;
  const bytes = bytesOf(task.locator, objects, limits);
  if (bytes === null) {
    const detail = 'The bytes are no longer where they were sifted.';
    return { ...NOTHING_READ, failure: { code: 'unreadable', detail } };
  }
  const options = {
    passwords: container.passwords,
    limits,
    from: task.from,
    skip: task.skip,
    abreast: task.abreast,
    onPage: (page: number) => pulse.beginItem(page),
    onProgress: (position: number) => pulse.alive(Math.floor(position / STEP)),
  };
  return ocrText(task.type, bytes, options, PAGES_AT_A_TIME);
}
