import { workerData } from 'node:worker_threads';
import { openCase } from '../../case/open.ts';
import { asCustody, openReview } from '../../case/review/review-store.ts';
import type { CaseStore } from '../../case/store.ts';
import type { CasePlace } from './mirror.ts';

/** Tells the custody log of the case what the review's log has that it has not been told, and ends. */
const { caseDirectory, shared } = workerData as CasePlace;

const now = (): Date => new Date();
const store = shared === null ? openCase(caseDirectory, { now, readOnly: true }) : await openThere(shared);
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

/** Loaded only for a case in a database. */
async function openThere(place: NonNullable<CasePlace['shared']>): Promise<CaseStore> {
  const { openSharedCase } = await import('../../shared-case.ts');
  return openSharedCase({ ...place, as: 'read', now, env: process.env });
}
