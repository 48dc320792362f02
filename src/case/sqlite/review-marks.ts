import type { DatabaseSync } from 'node:sqlite';
import type { ReviewEvent } from '../review/event.ts';
import { readReview } from '../review/review-store.ts';
import { type ItemReview, isSignedOff, itemReview } from '../review/state.ts';

/**
 * Makes `reviewed(what, value)` known to a connection: ids of the items that people tagged, checked, signed, as a
 * list in JSON. The review is a database of its own, so `tag:` and `review:` cannot be joined; few items are ever
 * reviewed, and the list is made once a query.
 */
export function defineReviewMarks(database: DatabaseSync, directory: string): void {
  database.function('reviewed', { deterministic: true }, (what, value) =>
    JSON.stringify(reviewedItems(readReview(directory), String(what), String(value))),
  );
}

/** Ids of the items of which people said this. */
export function reviewedItems(all: Iterable<ReviewEvent>, what: string, value: string): readonly string[] {
  const byItem = new Map<string, ReviewEvent[]>();
  for (const event of all) {
    if (event.item === null) continue;
    const events = byItem.get(event.item) ?? [];
    events.push(event);
    byItem.set(event.item, events);
  }
  return [...byItem].filter(([, events]) => has(itemReview(events), what, value)).map(([id]) => id);
}

function has(state: ItemReview, what: string, value: string): boolean {
  switch (what) {
    case 'tag':
      return state.tags.some(({ tag }) => tag.toLowerCase() === value.toLowerCase());
    case 'tagged':
      return state.tags.length > 0;
    case 'checked':
      return state.checks.length > 0;
    case 'signed':
      return isSignedOff(state);
    case 'signed-once':
      return state.signatures.length > 0;
    case 'collected':
      return state.collected !== null;
    case 'noted':
      return state.notes.length > 0;
    case 'any':
      return ['tagged', 'checked', 'signed-once', 'collected', 'noted'].some((each) => has(state, each, ''));
    default:
      return false;
  }
}
