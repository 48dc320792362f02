/** GET /api/traces: who and what touched the files. `available: false` where the case holds no such pass. */
export interface TracesJson {
  readonly available: boolean;
  /** By kind and value, most items first. */
  readonly traces: readonly TraceJson[];
  /** Saves close together by one hand or program. */
  readonly batches: readonly BatchJson[];
  readonly more: boolean;
}

export interface TraceJson {
  readonly id: string;
  /** `author`, `last-author`, `application`, `path`, `host`, `language`, `zone`, `batch-save`, ... */
  readonly kind: string;
  readonly value: string;
  readonly count: number;
  readonly first: string | null;
  readonly last: string | null;
  /** What the innocent explanation is, where there is one. */
  readonly note: string | null;
  readonly query: string | null;
}

export interface BatchJson {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly by: string | null;
  readonly application: string | null;
  readonly count: number;
  readonly files: readonly BatchFile[];
}

export interface BatchFile {
  readonly item: string;
  readonly name: string;
  readonly time: string;
  readonly by: string | null;
  readonly where: string;
}

/** GET /api/items/ID/traces */
export interface ItemTracesJson {
  readonly available: boolean;
  readonly traces: readonly (TraceJson & { readonly where: string })[];
}

/** GET /api/traces/ID: the items of one trace. */
export interface TraceItemsJson {
  readonly trace: TraceJson;
  readonly items: readonly BatchFile[];
  readonly more: boolean;
}
