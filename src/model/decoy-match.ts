/**
 * How an item of a leak was found to be a decoy of the owner's ledger. `exact`: its bytes. `re-encoded`: other
 * bytes of the same people, moment, subject and text. `text`: the decoy's words stand in it, quoted or printed.
 * `attachment`: it is a file that the decoy carries.
 */
export const DECOY_LIKENESSES = ['exact', 're-encoded', 'attachment', 'text'] as const;

/** How alike, from `exact` on. */
export type DecoyLikeness = (typeof DECOY_LIKENESSES)[number];

/** Beside the verdict and not part of it: a decoy may be authentic mail of the owner's own server. */
export interface DecoyMatch {
  /** Of the decoy, in the ledger; the only thing of it that a case keeps. */
  readonly id: string;
  readonly as: DecoyLikeness;
  /** Of `text`, the share of the decoy's wording that was found, 0 to 1; else 1. */
  readonly share: number;
}
