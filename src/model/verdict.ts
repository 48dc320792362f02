/** The five words, from most to least support. They are about the item, never about its author. */
export const VERDICTS = ['authentic', 'corroborated', 'unverified', 'doubtful', 'altered'] as const;

/** One of the five words. */
export type Verdict = (typeof VERDICTS)[number];

/** Which way a reason points. `note` is told but moves nothing. */
export type Polarity = 'for' | 'against' | 'note';

/** One reason of a verdict. `code` has a text in English and French in src/judge/reasons. */
export interface Reason {
  readonly code: string;
  readonly polarity: Polarity;
  /** 0 (a remark) to 100 (decides by itself). */
  readonly weight: number;
  /** Values for the text and the evidence: domains, ranges, item ids, words that differ. */
  readonly detail: Readonly<Record<string, unknown>>;
}

/** A verdict with what it rests on. */
export interface Judgement {
  readonly verdict: Verdict;
  /** In falling order of weight. */
  readonly reasons: readonly Reason[];
}
