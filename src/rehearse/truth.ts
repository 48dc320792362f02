/** One line of truth.jsonl: what was really done to an item, which only the makers can know. */
export interface TruthRow {
  /** In the dump, as Tamis names items, without the dump's own name: `camille.mbox/#12`. */
  readonly path: string;
  readonly class: TruthClass;
  /** `body-edited`, `list-footer`, ...; see KINDS. */
  readonly kind: string;
  /** In the list of the design; null for kinds that were added to it and for what nobody touched. */
  readonly number: number | null;
  /** Which of the two implementations made it; null for what nobody touched. */
  readonly maker: MakerVariant | null;
  /** Whose key signed it, truly or not. */
  readonly signer: { readonly domain: string; readonly selector: string } | null;
  /** The reference archive holds the original. */
  readonly inReference: boolean;
  /** What could show a forgery. Empty: nothing can. */
  readonly detectableBy: readonly Means[];
  readonly regions: readonly Region[];
  /** Unsigned and genuine, and quoted by a signed message that is in the leak as well. */
  readonly quotedBySigned: boolean;
}

/** What became of an item. */
export type TruthClass = 'genuine' | 'benign' | 'forgery' | 'decoy' | 'touched';

/** Written while the rules were, or kept apart from them. */
export type MakerVariant = 'development' | 'held-out';

/** `item`: the item by itself. `leak`: other items. `key`: the signer's true key. `reference`: the victim's archive. */
export type Means = 'item' | 'leak' | 'key' | 'reference';

/** Where a change was made. */
export type RegionPart =
  | 'subject'
  | 'from'
  | 'to'
  | 'date'
  | 'body'
  | 'attachments'
  | 'content-type'
  | 'signature'
  | 'document';

/** A place that was changed. Words as a reader sees them; the range is of bytes of the item. */
export interface Region {
  readonly part: RegionPart;
  readonly before: string;
  readonly after: string;
  readonly bytes: { readonly start: number; readonly end: number } | null;
}
