/** What people do to a case. Changes are only ever added; what stands follows from them (`state.ts`). */
export type ReviewAction =
  | { readonly type: 'tag'; readonly tag: string }
  | { readonly type: 'untag'; readonly tag: string }
  | { readonly type: 'note'; readonly text: string }
  | { readonly type: 'edit-note'; readonly note: string; readonly text: string }
  | { readonly type: 'remove-note'; readonly note: string }
  /** `verdict` is what the item showed then: a check of another verdict is out of date. */
  | { readonly type: 'check'; readonly verdict: string | null }
  | { readonly type: 'uncheck' }
  | { readonly type: 'sign-off'; readonly verdict: string | null }
  | { readonly type: 'withdraw-sign-off' }
  | { readonly type: 'collect' }
  | { readonly type: 'uncollect' }
  /** Somebody took the bytes away. Changes nothing of the review; the log must have it. */
  | { readonly type: 'take' };

export type SearchAction =
  | { readonly type: 'save-search'; readonly name: string; readonly query: string }
  | { readonly type: 'remove-search'; readonly id: string };

/** What is about the whole case, and no item. */
export type CaseAction =
  | SearchAction
  /** IANA name of the zone that the dates of the case are told in. */
  | { readonly type: 'set-zone'; readonly zone: string };

/** One line of the review's log. */
export interface ReviewEvent {
  /** 1, 2, 3 ... over the whole case. */
  readonly number: number;
  /** ISO 8601 UTC. */
  readonly time: string;
  /** As declared; `session` tells whether two names came from one browser. */
  readonly author: string;
  readonly session: string;
  /** Id of the item; null for what is about the whole case. */
  readonly item: string | null;
  /** How many events of the item (or of the saved searches) its author had seen. */
  readonly base: number;
  readonly action: ReviewAction | CaseAction;
  /** Chained as the custody log (`custodyHash`). */
  readonly hash: string;
}

export type NewReviewEvent = Omit<ReviewEvent, 'number' | 'time' | 'hash'>;
