import { useEffect, useRef, useState } from 'preact/hooks';
import type { ReviewChange, ReviewJson } from '../../../../../../src/server/api/review.ts';
import { failureOf } from '../../../../api/failure.ts';
import { postJson } from '../../../../api/request.ts';
import { tellFailure } from '../../../../api/tell-failure.ts';
import { nameKnown } from '../../../../shell/author-button.tsx';

export interface Reviewing {
  readonly review: ReviewJson;
  readonly failure: string | null;
  readonly change: ChangeReview;
}

/** Resolves to whether the change was kept: what somebody typed is not to be dropped before it is. */
export type ChangeReview = (change: ReviewChange['change']) => Promise<boolean>;

/**
 * The review of an item. Each change is made on the version the one before led to, one after the other, so that
 * nobody's change is overwritten and quick ones do not conflict with each other.
 */
export function useReview(item: string, told: ReviewJson): Reviewing {
  const [review, setReview] = useState(told);
  const [failure, setFailure] = useState<string | null>(null);
  const latest = useRef(told);
  const queue = useRef<Promise<unknown>>(Promise.resolve());

  function take(next: ReviewJson) {
    if (next.version < latest.current.version) return;
    latest.current = next;
    setReview(next);
  }
  useEffect(() => take(told), [told]);

  async function send(wish: ReviewChange['change']): Promise<boolean> {
    try {
      const body: ReviewChange = { base: latest.current.version, change: wish };
      take(await postJson<ReviewJson>(`/api/review/items/${item}`, body));
      setFailure(null);
      return true;
    } catch (cause) {
      setFailure(tellFailure(failureOf(cause)));
      return false;
    }
  }

  const change: ChangeReview = async (wish) => {
    if (!(await nameKnown())) return false;
    const sent = queue.current.then(() => send(wish));
    queue.current = sent;
    return await sent;
  };

  return { review, failure, change };
}
