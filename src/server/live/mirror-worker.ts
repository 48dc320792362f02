import { workerData } from 'node:worker_threads';
import { asCustody } from '../../case/review/review-log.ts';
import { type CasePlace, openPlace } from '../case-place.ts';

/** Tells the custody log of the case what the review's log has that it has not been told, and ends. */
const place = workerData as CasePlace;

const now = (): Date => new Date();
const store = await openPlace(place, now);
const review = store.openReview();
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
