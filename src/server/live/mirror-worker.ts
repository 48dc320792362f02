import { workerData } from 'node:worker_threads';
import { openCase } from '../../case/open.ts';
import { asCustody, openReview } from '../../case/review/review-store.ts';

/** Tells the custody log of the case what the review's log has that it has not been told, and ends. */
const { caseDirectory } = workerData as { readonly caseDirectory: string };

const now = (): Date => new Date();
const store = openCase(caseDirectory, { now, readOnly: true });
const review = openReview(caseDirectory, now);
try {
  for (const event of review.events({ after: review.told() })) {
    const { action, detail, number, time, hash } = asCustody(event);
    store.log(action, { ...detail, reviewEvent: number, reviewTime: time, reviewHash: hash });
    review.setTold(number);
  }
} finally {
  review.close();
  store.close();
}
