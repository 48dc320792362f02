import type { ByteRange } from '../../model/bytes.ts';
import type { Polarity, Verdict } from '../../model/verdict.ts';
import type { ItemLink } from './item.ts';
import type { SearchRow } from './search.ts';

/** GET /api/items/ID/why?lang=en|fr */
export interface WhyJson {
  readonly id: string;
  readonly verdict: Verdict | null;
  readonly title: string;
  readonly text: string;
  /** In falling order of weight. */
  readonly reasons: readonly WhyReason[];
}

export interface WhyReason {
  readonly code: string;
  readonly polarity: Polarity;
  readonly weight: number;
  readonly title: string;
  readonly text: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly evidence: readonly WhyEvidence[];
  /** Items of the case that the reason names: the vouching path. */
  readonly items: readonly ItemLink[];
}

export type WhyEvidence =
  | {
      readonly type: 'words';
      readonly part: string;
      readonly partTitle: string;
      readonly change: 'added' | 'removed';
      readonly text: string;
      readonly after: string;
    }
  | { readonly type: 'region'; readonly at: ByteRange; readonly text: string };

/** GET /api/items/ID/clocks */
export interface ClocksJson {
  readonly id: string;
  /** Milliseconds since 1970 for the axis; earliest first. A stamp without a known zone is placed as if UTC. */
  readonly clocks: readonly PlacedClock[];
}

export interface PlacedClock {
  readonly ms: number;
  readonly source: string;
  readonly zone: string;
  readonly shown: boolean;
  /** As the message or document writes it. */
  readonly written: string;
  readonly precision: string;
  /** What happened then (`submitted`, `received`, ...) and the basis of reading it; of messages only. */
  readonly event: string | null;
  readonly basis: string | null;
  /** Milliseconds it may be off by its own resolution, either way. */
  readonly error: number;
  readonly at: ByteRange | null;
}

/** GET /api/items/ID/thread: its thread in order of date; one message alone where it has none. */
export interface ThreadJson {
  readonly thread: string | null;
  /** In order of date; `parent` by In-Reply-To and References within the thread. */
  readonly messages: readonly (SearchRow & { readonly parent: string | null; readonly depth: number })[];
  readonly more: boolean;
}

/** GET /api/items/ID/similar: near copies and copies, nearest first. Empty where no pass has looked. */
export interface SimilarJson {
  readonly available: boolean;
  readonly items: readonly (ItemLink & {
    readonly how: 'same-bytes' | 'same-text' | 'near' | 'same-id';
    readonly score: number;
  })[];
}

/** GET /api/diff?left=ID&right=ID, or ?item=ID&against=reference|copy. 404 `nothing-to-compare`. */
export interface DiffJson {
  readonly left: ItemLink;
  readonly right: ItemLink;
  /** Header fields a reader sees that differ. */
  readonly fields: readonly { readonly name: string; readonly left: string; readonly right: string }[];
  /** Of the text, by words; neighbours of the same type are one. */
  readonly text: readonly DiffPiece[];
  readonly attachments: readonly {
    readonly name: string;
    readonly left: string | null;
    readonly right: string | null;
  }[];
  /** The texts were too long to compare by words and were compared by lines, or cut. */
  readonly coarse: boolean;
}

export interface DiffPiece {
  readonly type: 'same' | 'removed' | 'added';
  readonly text: string;
}
