import type {
  ItemContent,
  ItemKind,
  ItemRole,
  NearDuplicate,
  OcrText,
  PersonalDataCount,
} from '../../model/index.ts';

/** What near-duplicates are found by. */
export interface SketchRow {
  readonly row: number;
  readonly id: string;
  readonly role: ItemRole;
  readonly kind: ItemKind;
  readonly path: string;
  readonly sha256: string;
  readonly sketch: Uint8Array;
  /** Some of its words were read by OCR. */
  readonly ocr: boolean;
}

/** What the items of a role are about, counted. */
export interface ContentTotals {
  /** With text. */
  readonly items: number;
  /** With a topic. */
  readonly sorted: number;
  /** Items by their first topic, the most frequent first. */
  readonly topics: Readonly<Record<string, number>>;
  readonly languages: Readonly<Record<string, number>>;
  /** `count` and `review` add up what each item holds: one number in ten mails counts ten times. */
  readonly personalData: readonly (PersonalDataCount & { readonly items: number })[];
  /** Clusters of near-duplicates of leak and reference together, and the items in them. */
  readonly clusters: number;
  readonly clustered: number;
}

/** An item that OCR may read, or has read: one line each, so that a hundred thousand may be held. */
export interface OcrCandidate {
  readonly row: number;
  readonly sha256: string;
  readonly type: string;
  /** Read to its end. */
  readonly done: boolean;
}

/** What the words of items tell: OCR, topics, near-duplicates. */
export interface TextStore {
  /** Every item of these media types, in the order they were found. */
  ocrCandidates(types: readonly string[]): readonly OcrCandidate[];
  ocrOf(row: number): OcrText | null;
  /** Replaces what OCR read of an item; its words are found by `search` beside those of the item's own text. */
  setOcr(row: number, read: OcrText): void;
  /** Replaces what the words of an item tell: OCR has read more of them. */
  setContent(row: number, content: ItemContent): void;
  /** Of every text that is long enough, in path order; safe to write while iterating. */
  sketches(): IterableIterator<SketchRow>;
  /** Sketches by row; those without one are left out. */
  sketchesOf(rows: readonly number[]): ReadonlyMap<number, Uint8Array>;
  /** Replaces all clusters. */
  setNearDuplicates(rows: Iterable<readonly [row: number, found: NearDuplicate]>): void;
  /** Rows of a cluster and what each shares with the first, the nearest first; empty for a cluster unknown. */
  clusterOf(cluster: string): readonly (readonly [row: number, similarity: number])[];
  contentTotals(role: ItemRole): ContentTotals;
}
