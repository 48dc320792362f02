import { useEffect, useState } from 'preact/hooks';
import type { ReviewChange, ReviewJson } from '../../../../../../src/server/api/review.ts';
import { failureOf } from '../../../../api/failure.ts';
import { postJson } from '../../../../api/request.ts';
import { author } from '../../../../api/session.ts';
import { tellFailure } from '../../../../api/tell-failure.ts';
import { askingName } from '../../../../shell/author-button.tsx';

export interface Reviewing {
  readonly review: ReviewJson;
  readonly failure: string | null;
  readonly change: (change: ReviewChange['change']) => Promise<void>;
}

/** The review of an item, changed on the version that is shown, so that nobody's change is overwritten. */
export function useReview(item: string, told: ReviewJson): Reviewing {
  const [review, setReview] = useState(told);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => setReview(told), [told]);

  async function change(wish: ReviewChange['change']) {
    if (author.peek() === null) {
      askingName.value = true;
      return;
    }
    try {
      const body: ReviewChange = { base: review.version, change: wish };
      setReview(await postJson<ReviewJson>(`/api/review/items/${item}`, body));
      setFailure(null);
    } catch (cause) {
      setFailure(tellFailure(failureOf(cause)));
    }
  }

  return { review, failure, change };
}
