import { canonicalJson } from '../canonical-json.ts';
import { CUSTODY_START, custodyHash } from '../custody.ts';
import type { CustodyEntry } from '../store.ts';
import type { NewReviewEvent, ReviewEvent } from './event.ts';

/**
 * The review of a case: an append-only, hash-chained log of what people said of its items. Beside the case's own tables,
 * so that people can work while a sift writes; several processes may write to it at once.
 */
export interface ReviewLog {
  /** Nothing can be added: the case lies where nobody may write, or the account may not. */
  readonly readOnly: boolean;
  /** Adds an event, whatever others did meanwhile, and returns it with its number and hash. */
  append(event: NewReviewEvent): ReviewEvent;
  /** In order, from after a number on; all of one item, or of what is about no item (null). */
  events(options?: { readonly after?: number; readonly item?: string | null }): IterableIterator<ReviewEvent>;
  /** The number of the last event. */
  version(): number;
  /** Up to which event the case's own custody log has been told. */
  told(): number;
  setTold(number: number): void;
  /** Puts events into an empty log as they are: those of a case that moves. */
  restore(events: readonly ReviewEvent[], told: number): void;
  close(): void;
}

/** An event as it stands behind the last one, with its number and hash. */
export function chained(
  { author, session, item, base, action }: NewReviewEvent,
  last: Pick<ReviewEvent, 'number' | 'hash'> | null,
  now: Date,
): ReviewEvent {
  const written = JSON.parse(canonicalJson(action)) as ReviewEvent['action'];
  const number = (last?.number ?? 0) + 1;
  const unhashed = { number, time: now.toISOString(), author, session, item, base, action: written };
  const hash = custodyHash(last?.hash ?? CUSTODY_START, asCustody({ ...unhashed, hash: '' }));
  return { ...unhashed, hash };
}

/** An event as the custody log writes entries, so that one check serves both chains. */
export function asCustody(event: ReviewEvent): CustodyEntry {
  const { number, time, author, session, item, base, action, hash } = event;
  return {
    number,
    time,
    action: `review-${action.type}`,
    detail: { author, session, item, base, ...action },
    hash,
  };
}
