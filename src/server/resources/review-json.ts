import { type ItemReview, isSignedOff } from '../../case/review/state.ts';
import type { StoredItem } from '../../case/store.ts';
import type { ReviewChange, ReviewJson } from '../api/review.ts';
import type { Reviews } from '../live/reviews.ts';

/** What people said of an item, as the page shows it. */
export function reviewJson(item: Pick<StoredItem, 'id' | 'judgement'>, reviews: Reviews): ReviewJson {
  const state = reviews.item(item.id);
  const verdict = item.judgement?.verdict ?? null;
  return {
    item: item.id,
    version: state.version,
    tags: state.tags,
    notes: state.notes,
    checks: state.checks.map(({ author, time, verdict: seen }) => ({
      author,
      time,
      outdated: seen !== verdict,
    })),
    signOff: {
      state: isSignedOff(state) ? 'two' : state.signatures.length > 0 ? 'one' : 'none',
      by: state.signatures.map(({ author, time }) => ({ author, time })),
    },
    inDossier: state.collected !== null,
    conflicts: state.conflicts.map(({ what, author, time, action }) => ({
      ...{ what, author, time },
      change: changeOf(action),
    })),
  };
}

function changeOf(action: ItemReview['conflicts'][number]['action']): ReviewChange['change'] | null {
  if (action.type === 'take') return null;
  if (action.type === 'check' || action.type === 'sign-off') return { type: action.type };
  return action;
}
