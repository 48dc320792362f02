import type {
  Address,
  ChildCounts,
  DecoyMatch,
  DocumentClock,
  DomainKey,
  Failure,
  ItemContent,
  ItemKind,
  ItemRecord,
  ItemRole,
  ItemStatus,
  Judgement,
  MessageFacts,
  MessageHabits,
  MetadataField,
  NearDuplicate,
  OcrText,
  PersonalDataCount,
  Reason,
  SignatureResult,
  Trace,
  TraceFindings,
  TraceGroup,
  TraceKind,
  Verdict,
} from '../model/index.ts';

/** A file of the dump as it lay there: the manifest `verify` re-hashes. */
export interface SourceFile {
  /** Absolute. */
  readonly path: string;
  readonly role: ItemRole;
  readonly size: number;
  readonly mtimeMs: number;
  readonly sha256: string;
}

/** One input named on the command line. */
export interface CaseInput {
  readonly path: string;
  readonly role: ItemRole;
  /** First component of the paths of its items; unique per role (`dump`, `dump~2`). */
  readonly name: string;
}

/**
 * A unit of work of the pipeline. The key is unique for ever: adding a task whose key is known, pending or
 * done, changes nothing, so a half-done or repeated step cannot double anything.
 */
export interface NewTask {
  readonly key: string;
  readonly kind: string;
  /** Plain JSON. */
  readonly payload: unknown;
}

export interface StoredTask extends NewTask {
  readonly id: number;
  /** How often it was started without ending: a poison task is set aside. */
  readonly attempts: number;
}

/**
 * An item made ready to be written. Workers call `prepareItem(role, record)` (src/case/prepare.ts, pure), so
 * that the one writing thread only binds values: ids, JSON columns and index texts are made elsewhere.
 * Structured-clone cheap: strings, numbers, null, small arrays of strings; no nested objects.
 */
export type PreparedItem = import('./prepare.ts').PreparedItem;

/** Items by their paths: from one on, up to before another; null is up to the end. Paths are compared by their bytes. */
export interface PathRange {
  readonly from: string;
  readonly before: string | null;
}

/** What the corpus-wide passes hold of each message. */
export interface MessageHead {
  readonly row: number;
  readonly id: string;
  readonly path: string;
  readonly role: ItemRole;
  readonly sha256: string;
  readonly canonical: string;
  readonly messageId: string | null;
  readonly inReplyTo: readonly string[];
  readonly references: readonly string[];
  readonly subject: string;
  readonly date: string | null;
  readonly rebuilt: boolean;
  /** How many files it carries. */
  readonly attachments: number;
  /** As in MessageFacts. */
  readonly list: string | null;
  /** As in MessageFacts. */
  readonly clockGap: MessageFacts['clockGap'];
  /** Address of the first From mailbox, lower case. */
  readonly fromAddress: string;
}

/** What the corpus-wide passes read of each message; streamed, in path order. */
export interface MessageRow extends MessageHead {
  /** Read from the case at each access: all messages may be held at once, their signatures not. */
  readonly signatures: readonly SignatureResult[];
  /** Read at each access too; null in a case made before they were kept. */
  readonly habits: MessageHabits | null;
}

/** What the verdicts on attachments and standalone files are made from; in path order. */
export interface CarriedRow {
  readonly row: number;
  readonly id: string;
  readonly path: string;
  readonly parent: string | null;
  readonly sha256: string;
  readonly size: number;
  readonly kind: ItemKind;
}

/** What the traces of an item are made from. */
export interface TraceSource {
  readonly row: number;
  readonly id: string;
  readonly path: string;
  readonly parent: string | null;
  readonly role: ItemRole;
  readonly kind: ItemKind;
  readonly type: string;
  readonly name: string;
  readonly sha256: string;
  /** Of a message, ISO 8601. */
  readonly date: string | null;
  readonly verdict: Verdict | null;
  /** Of a document; empty for a message. */
  readonly metadata: readonly MetadataField[];
  readonly clocks: readonly DocumentClock[];
  readonly facts: Readonly<Record<string, string>>;
  /** Of a message; empty for a document. */
  readonly traces: readonly Omit<Trace, 'time'>[];
}

export interface TraceGroupOptions {
  readonly kind?: TraceKind;
  /** A part of the value; case does not matter. */
  readonly value?: string;
  readonly limit?: number;
}

/** An item as read back for `show`, `search` and the exports. */
export interface StoredItem extends ItemRecord {
  readonly row: number;
  readonly id: string;
  readonly role: ItemRole;
  readonly thread: string | null;
  /** Id of the first copy, when this item is an exact duplicate. */
  readonly duplicateOf: string | null;
  readonly judgement: Judgement | null;
  /** What OCR read from its pictures; null where it has not looked. Never part of `text`. */
  readonly ocr: OcrText | null;
  /** The cluster of near-duplicates it is in, if any. */
  readonly nearDuplicate: NearDuplicate | null;
  /** Which decoy of the owner's ledger it is; null where no ledger was held against it, or none was found. */
  readonly decoy: DecoyMatch | null;
}

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

/** What only reading a container to its end tells of it: trailing bytes, its comment, the tool that made it. */
export type Remarks = Pick<ItemRecord, 'defects' | 'facts'>;

/** One line of a result list: no text, no headers. */
export interface SearchHit {
  readonly row: number;
  readonly id: string;
  readonly kind: ItemKind;
  readonly type: string;
  readonly path: string;
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  readonly status: ItemStatus;
  readonly failure: Failure | null;
  readonly messageId: string | null;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly date: string | null;
  readonly thread: string | null;
  readonly duplicateOf: string | null;
  readonly verdict: Verdict | null;
  readonly reasons: Judgement['reasons'];
  /** Words around the hit with \u0002 and \u0003 around each match; empty without a text query. */
  readonly snippet: string;
}

/** What the workbench holds in memory of every item, to count, to order and to draw. */
export interface TableRow {
  readonly row: number;
  readonly id: string;
  readonly role: ItemRole;
  readonly kind: ItemKind;
  readonly type: string;
  readonly parent: string | null;
  readonly size: number;
  readonly failure: Failure['code'] | null;
  readonly date: string | null;
  /** The beginning of the subject, or the name of what is no message. */
  readonly title: string;
  readonly from: readonly Address[];
  /** To, Cc and Bcc. */
  readonly to: readonly Address[];
  readonly thread: string | null;
  /** Id of the first copy. */
  readonly duplicateOf: string | null;
  readonly verdict: Verdict | null;
  /** Codes, in no order. */
  readonly reasons: readonly string[];
  readonly language: string | null;
  /** The likeliest first. */
  readonly topics: readonly string[];
}

export interface CaseTotals {
  readonly items: Readonly<Record<ItemKind | 'total', number>>;
  readonly bytes: number;
  readonly failures: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  readonly duplicates: number;
}

/** Bytes that lie nowhere else: stored once by SHA-256, written whole or not at all. */
export interface ObjectStore {
  has(sha256: string): boolean;
  put(bytes: Uint8Array, sha256: string): void;
  /** Spools chunks of unknown total; returns the hash and size. */
  putStream(
    chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  ): Promise<{ sha256: string; size: number }>;
  /** Absolute path of the object's file, to be opened read-only as a ByteSource. */
  pathOf(sha256: string): string;
}

/**
 * The store of a case. One writer at a time; the embedded implementation is SQLite with FTS5. A PostgreSQL
 * one is to come behind the same interface, so nothing here speaks SQL.
 */
export interface CaseStore {
  readonly directory: string;
  close(): void;

  /** All writes made inside become durable together or not at all. Not re-entrant. */
  transaction<T>(work: () => T): T;

  setting(name: string): string | null;
  setSetting(name: string, value: string): void;

  inputs(): readonly CaseInput[];
  addInput(input: CaseInput): void;

  addSources(files: readonly SourceFile[]): void;
  sources(): IterableIterator<SourceFile>;

  addTasks(tasks: readonly NewTask[]): void;
  /** Oldest pending tasks not in `except` (those already running), at most `limit`. */
  pendingTasks(limit: number, except: ReadonlySet<number>): readonly StoredTask[];
  countTasks(): { readonly pending: number; readonly done: number };
  updateTask(id: number, payload: unknown): void;
  countAttempt(id: number): void;
  finishTask(id: number): void;
  /** A task by its key while its payload is kept: pending ones, and finished ones of the kind `container`. */
  findTask(key: string): StoredTask | null;
  /** Makes a finished task pending again: a password has come for what it could not open. */
  reopenTask(id: number, payload: unknown): void;

  /** Writes rows, text index included. A path already known in that role is replaced. */
  addItems(items: readonly PreparedItem[]): void;
  /** Adds to the counts of a container written before. */
  addChildren(role: ItemRole, path: string, counts: ChildCounts): void;
  /**
   * Sets or replaces status and failure of an item written before (a container that turns out truncated). Whose
   * bytes were cut before stays `truncated`, whatever its reader made of the cut.
   */
  setFailure(role: ItemRole, path: string, status: ItemStatus, failure: Failure | null): void;
  /** Adds what reading a container showed of the container itself; what is known already is not added twice. */
  addRemarks(role: ItemRole, path: string, remarks: Remarks): void;
  setSignatures(row: number, signatures: readonly SignatureResult[]): void;

  /** Every item of these media types, in the order they were found. */
  ocrCandidates(types: readonly string[]): readonly OcrCandidate[];
  ocrOf(row: number): OcrText | null;
  /** Replaces what OCR read of an item; its words are found by `search` beside those of the item's own text. */
  setOcr(row: number, read: OcrText): void;
  /** Replaces what the words of an item tell: OCR has read more of them. */
  setContent(row: number, content: ItemContent): void;

  keys(): readonly DomainKey[];
  /** Returns how many were not known before. */
  addKeys(keys: readonly DomainKey[]): number;

  /** Every message in path order; safe to write to other tables while iterating. */
  messages(role?: ItemRole, range?: PathRange): IterableIterator<MessageRow>;
  /** The path of every so many-th item, in path order: where a case can be cut into parts of about that size. */
  itemPaths(role: ItemRole, every: number): readonly string[];
  /** Items that messages carry, and standalone documents: everything that takes a verdict but messages. */
  carried(role: ItemRole): IterableIterator<CarriedRow>;
  setThreads(rows: Iterable<readonly [row: number, thread: string]>): void;
  setDuplicates(rows: Iterable<readonly [row: number, ofId: string | null]>): void;
  setJudgements(rows: Iterable<readonly [row: number, judgement: Judgement]>): void;
  /** Adds to the judgements set before; an item without one stays without. */
  addReasons(rows: Iterable<readonly [row: number, reasons: readonly Reason[]]>): void;

  /** Of every text that is long enough, in order of rows. Nothing may be written before the last was taken. */
  sketches(): IterableIterator<SketchRow>;
  /** Sketches by row; those without one are left out. */
  sketchesOf(rows: readonly number[]): ReadonlyMap<number, Uint8Array>;
  /** Replaces all clusters. */
  setNearDuplicates(rows: Iterable<readonly [row: number, found: NearDuplicate]>): void;
  /** Rows of a cluster and what each shares with the first, the nearest first; empty for a cluster unknown. */
  clusterOf(cluster: string): readonly (readonly [row: number, similarity: number])[];
  contentTotals(role: ItemRole): ContentTotals;

  /** Replaces all marks of decoys. */
  setDecoys(rows: Iterable<readonly [row: number, match: DecoyMatch]>): void;
  /** All of them, in order of rows. */
  decoys(): readonly (readonly [row: number, match: DecoyMatch])[];

  /** Every message and file, in path order, with what traces are made from; safe to write while iterating. */
  traceSources(role: ItemRole, range?: PathRange): IterableIterator<TraceSource>;
  /** Replaces all groups and findings. */
  setTraces(groups: Iterable<TraceGroup>, findings: TraceFindings): void;
  /** What belongs least to the usual set first, then what most items bear. */
  traceGroups(options: TraceGroupOptions): IterableIterator<TraceGroup>;
  /** Null in a case that was sifted before traces were looked for. */
  traceFindings(): TraceFindings | null;

  /** By id, or an unambiguous prefix of one (at least 4 characters). */
  item(id: string): StoredItem | null;
  itemByRow(row: number): StoredItem | null;
  /** The indexed text alone, for the passes; empty where there is none. */
  textOf(row: number): string;
  /** The same with what OCR read below it: for what counts and compares words, never for verdicts. */
  readableText(row: number): string;
  itemByPath(role: ItemRole, path: string): StoredItem | null;
  childrenOf(path: string, role: ItemRole): readonly SearchHit[];
  search(query: string, options: SearchOptions): IterableIterator<SearchHit>;
  count(query: string, options: SearchOptions): number;
  failures(): IterableIterator<SearchHit>;
  /**
   * Rows of all hits, 8 bytes each, to be counted and cut into pages: in the order of `search`, or in no order, which is
   * several times as fast where most of the case is found.
   */
  matches(query: string, order: 'search' | 'none'): Float64Array;
  /** Lines of a list for rows, in their order; with words around the hits of `snippetsOf`, a query. */
  hits(rows: Iterable<number>, snippetsOf: string | null): readonly SearchHit[];
  /** At most `limit` items whose row is larger than `after`, in order of rows. */
  table(after: number, limit: number): readonly TableRow[];
  /** Changes whenever another process has written to the case. */
  dataVersion(): string;
  totals(): CaseTotals;

  /** What people said of items, to be written too where that may be. To be closed by who opens it. */
  openReview(): import('./review/review-log.ts').ReviewLog;
  /** The events of the review; nothing where nobody has reviewed the case. */
  reviewEvents(): readonly import('./review/event.ts').ReviewEvent[];

  /** Appends to the hash-chained custody log. */
  log(action: string, detail: Readonly<Record<string, unknown>>): void;
  custody(): IterableIterator<CustodyEntry>;
}

export interface SearchOptions {
  readonly role?: ItemRole;
  readonly limit?: number;
  readonly offset?: number;
  readonly snippets?: boolean;
}

export interface CustodyEntry {
  readonly number: number;
  /** ISO 8601 UTC. */
  readonly time: string;
  readonly action: string;
  readonly detail: Readonly<Record<string, unknown>>;
  /** SHA-256 over the previous hash and this entry's canonical JSON, hexadecimal. */
  readonly hash: string;
}
