import type {
  ClockConflict,
  DerivedCluster,
  Familiarity,
  ItemName,
  LateSave,
  SaveWindow,
  TraceKind,
} from '../../model/trace.ts';

/**
 * GET /api/traces?kind=KIND&of=file|route&value=PART&limit=N&lang=en|fr: who and what touched the files. `of`: traces that a
 * file bears, or that mail gets on its way, which are many and say less, each kind with an equal share of N; all where it is absent. `available: false` where the
 * case was sifted before traces were looked for.
 */
export interface TracesJson {
  readonly available: boolean;
  /** What belongs least to the usual set first. */
  readonly traces: readonly TraceJson[];
  readonly more: boolean;
  /** Saves of unrelated documents one right after the other, by one hand or program. */
  readonly batches: readonly BatchJson[];
  /** Documents saved after they can have left their owner's hands. */
  readonly late: readonly LateSave[];
  readonly conflicts: readonly ClockConflict[];
  readonly derived: readonly DerivedCluster[];
  /** What "usual" was learnt from, and the last message of the leak. */
  readonly usual: { readonly source: string; readonly items: number } | null;
  readonly lastMessage: { readonly id: string; readonly date: string } | null;
}

export interface TraceJson {
  readonly kind: TraceKind;
  readonly value: string;
  /** The registered domain of a host, by the Public Suffix List; null of what is none, and of a bare name. */
  readonly domain: string | null;
  readonly count: number;
  readonly first: string | null;
  readonly last: string | null;
  /** What it was found as: `last-author`, `Received`. */
  readonly roles: readonly string[];
  readonly familiarity: Familiarity;
  /** Bits: 0 is found on every day of the usual set. */
  readonly surprise: number;
  readonly examples: readonly ItemName[];
  /** Finds the items, where a query can. */
  readonly query: string | null;
}

/** `files` in order of time: the marks of the picture, files against time. */
export interface BatchJson extends SaveWindow {
  readonly id: string;
}

/** GET /api/items/ID/traces: what this item bears, each with where it stands. */
export interface ItemTracesJson {
  readonly available: boolean;
  readonly traces: readonly {
    readonly kind: string;
    readonly value: string;
    readonly where: string;
    readonly time: string | null;
  }[];
  /** Windows, late saves and conflicts that this item is in. */
  readonly batches: readonly string[];
  readonly late: readonly LateSave[];
  readonly conflicts: readonly ClockConflict[];
}
