import type { CaseStore } from '../case/store.ts';
import { type OcrPlan, planOcr } from './ocr-plan.ts';
import { type OcrProgress, OcrQueue, setRead } from './ocr-queue.ts';
import { OcrList, type OcrSource } from './ocr-source.ts';
import { type PoolOptions, runPool } from './pool.ts';

/** Items that are copied from equal ones in one transaction. */
const COPIES_PER_WRITE = 500;

/** Reads all that a plan names, here or with others. */
export type ReadPlan = (
  store: CaseStore,
  plan: OcrPlan,
  options: PoolOptions,
  onProgress: (progress: OcrProgress) => void,
) => Promise<OcrProgress>;

/**
 * The second pass of `sift --ocr`: words in images and in pages of PDF files that hold no text. It runs when the
 * verdicts are there. Interrupted anywhere, it goes on with the next `sift --ocr`.
 */
export async function readPictures(
  store: CaseStore,
  options: PoolOptions,
  onProgress: (progress: OcrProgress) => void,
  readPlan: ReadPlan = readAlone,
): Promise<OcrProgress> {
  const plan = planOcr(store);
  copyKnown(store, plan.known);
  const progress = await readPlan(store, plan, options, onProgress);
  store.transaction(() => store.log('ocr-ended', { ...progress }));
  return progress;
}

const readAlone: ReadPlan = (store, plan, options, onProgress) =>
  readFrom(store, new OcrList(store, plan), options, onProgress);

/** Reads what a source gives, until it gives no more. */
export async function readFrom(
  store: CaseStore,
  source: OcrSource,
  options: PoolOptions,
  onProgress: (progress: OcrProgress) => void,
): Promise<OcrProgress> {
  const queue = new OcrQueue(store, source, onProgress);
  onProgress(queue.progress);
  await runPool(queue, options);
  // The largest come last, each in a thread of its own: nothing stands beside its memory, which goes with the thread.
  while (queue.beginLarge()) await runPool(queue, { ...options, jobs: 1 });
  return queue.progress;
}

/** What is there of a plan that several have read. */
export function ocrTotals(store: CaseStore, { work }: OcrPlan): OcrProgress {
  let [done, pages, failures] = [0, 0, 0];
  for (const { row } of work) {
    const read = store.ocrOf(row);
    // What turned out to hold no pictures was done without a word.
    if (read === null || read.next === null) done++;
    pages += read?.pages.length ?? 0;
    if (read !== null && read.failure !== null) failures++;
  }
  return { done, total: work.length, pages, failures };
}

function copyKnown(
  store: CaseStore,
  known: readonly { readonly row: number; readonly like: number }[],
): void {
  for (let at = 0; at < known.length; at += COPIES_PER_WRITE) {
    store.transaction(() => {
      for (const { row, like } of known.slice(at, at + COPIES_PER_WRITE)) {
        const read = store.ocrOf(like);
        if (read !== null) setRead(store, row, read);
      }
    });
  }
}
