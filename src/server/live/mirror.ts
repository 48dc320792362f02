import { Worker } from 'node:worker_threads';
import type { ReviewLog } from '../../case/review/review-log.ts';
import type { CasePlace } from '../case-place.ts';

/** How often the case's custody log is told of new changes. */
const TELL_MS = 1_000;

/**
 * Tells the case's own custody log of every change of the review: author, item, what, and the hash the review's log
 * has then. A thread of its own waits for the sift's transactions; the change itself is safe before that. Returns
 * how to stop, which waits for what is under way.
 */
export function mirrorReview(review: ReviewLog, place: CasePlace): () => Promise<void> {
  let thread: Worker | null = null;
  const look = (): void => {
    if (thread !== null || review.version() === review.told()) return;
    thread = new Worker(new URL(`./mirror-worker${import.meta.url.slice(-3)}`, import.meta.url), {
      workerData: place,
    });
    // What could not be told is told the next time.
    thread.on('error', () => {});
    thread.on('exit', () => {
      thread = null;
    });
  };
  const timer = setInterval(look, TELL_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    look();
    const { promise, resolve } = Promise.withResolvers<void>();
    if (thread === null) resolve();
    else (thread as Worker).on('exit', () => resolve());
    await promise;
  };
}
