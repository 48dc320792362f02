/** What the words of an item tell, read from them once when the item is. */
export interface ItemContent {
  /** ISO 639 code of the language most of the text is in; null where it cannot be told. */
  readonly language: string | null;
  /** What it is about: up to three topics of docs/topics.md, the likeliest first. */
  readonly topics: readonly ItemTopic[];
  /** Kinds of personal data in the text, counted; the data themselves are not kept. */
  readonly personalData: readonly PersonalDataCount[];
  /** What near-duplicates are found by (src/examine/near-duplicates/sketch.ts); null for short texts. */
  readonly sketch: Uint8Array | null;
}

/** What an item is about, with the reason why. */
export interface ItemTopic {
  readonly topic: string;
  readonly score: number;
  /** Terms that counted most, as in the rules. */
  readonly because: readonly string[];
}

/** How much personal data of one kind an item holds. */
export interface PersonalDataCount {
  readonly kind: string;
  /** Different ones that are valid, or of the right shape where there is nothing to check. */
  readonly count: number;
  /** They look right and their check digits do not hold. */
  readonly review: number;
}

/** The cluster of near-duplicates an item is in. */
export interface NearDuplicate {
  /** Id of the item that every other one of the cluster was held against. */
  readonly cluster: string;
  /** Shingles shared with that item, of those in either: 0 to 1; 1 for the item itself. */
  readonly similarity: number;
}
