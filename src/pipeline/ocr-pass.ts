import type { CaseStore } from '../case/store.ts';
import { planOcr } from './ocr-plan.ts';
import { type OcrProgress, OcrQueue, setRead } from './ocr-queue.ts';
import { type PoolOptions, runPool } from './pool.ts';

/** Items that are copied from equal ones in one transaction. */
const COPIES_PER_WRITE = 500;

/**
 * The second pass of `sift --ocr`: words in images and in pages of PDF files that hold no text. It runs when the
 * verdicts are there. Interrupted anywhere, it goes on with the next `sift --ocr`.
 */
export async function readPictures(
  store: CaseStore,
  options: PoolOptions,
  onProgress: (progress: OcrProgress) => void,
): Promise<OcrProgress> {
  const plan = planOcr(store);
  copyKnown(store, plan.known);
  const queue = new OcrQueue(store, plan, onProgress);
  onProgress(queue.progress);
  await runPool(queue, options);
  // The largest come last, each in a thread of its own: nothing stands beside its memory, which goes with the thread.
  while (queue.beginLarge()) await runPool(queue, { ...options, jobs: 1 });
  const { progress } = queue;
  store.transaction(() => store.log('ocr-ended', { ...progress }));
  return progress;
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
