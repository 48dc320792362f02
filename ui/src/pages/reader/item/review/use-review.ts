import { useEffect, useRef, useState } from 'preact/hooks';
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

/**
 * The review of an item. Each change is made on the version the one before led to, one after the other, so that
 * nobody's change is overwritten and quick ones do not conflict with each other.
 */
export function useReview(item: string, told: ReviewJson): Reviewing {
  const [review, setReview] = useState(told);
  const [failure, setFailure] = useState<string | null>(null);
  const latest = useRef(told);
  const queue = useRef<Promise<void>>(Promise.resolve());

  function take(next: ReviewJson) {
    if (next.version < latest.current.version) return;
    latest.current = next;
    setReview(next);
  }
  useEffect(() => take(told), [told]);

  async function send(wish: ReviewChange['change']) {
    try {
      const body: ReviewChange = { base: latest.current.version, change: wish };
      take(await postJson<ReviewJson>(`/api/review/items/${item}`, body));
      setFailure(null);
    } catch (cause) {
      setFailure(tellFailure(failureOf(cause)));
    }
  }

  async function change(wish: ReviewChange['change']) {
    if (author.peek() === null) {
      askingName.value = true;
      return;
    }
    queue.current = queue.current.then(() => send(wish));
    await queue.current;
  }

  return { review, failure, change };
}
