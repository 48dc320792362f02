import type {
  ChildCounts,
  DecoyMatch,
  DomainKey,
  Failure,
  ItemContent,
  ItemRole,
  ItemStatus,
  Judgement,
  NearDuplicate,
  OcrText,
  Reason,
  SignatureResult,
  TraceFindings,
  TraceGroup,
} from '../../model/index.ts';
import { TamisError } from '../../model/index.ts';
import type { PreparedItem } from '../prepare.ts';
import type { QueryNode } from '../query/index.ts';
import { readableText } from '../readable-text.ts';
import type { ReviewEvent } from '../review/event.ts';
import type { ReviewLog } from '../review/review-log.ts';
import { integer } from '../sqlite/row.ts';
import type {
  CarriedRow,
  CaseInput,
  CaseStore,
  CaseTotals,
  ContentTotals,
  CustodyEntry,
  MessageHead,
  MessageRow,
  NewTask,
  OcrCandidate,
  PathRange,
  Remarks,
  SearchHit,
  SearchOptions,
  SketchRow,
  SourceFile,
  StoredItem,
  StoredTask,
  TableRow,
  TraceGroupOptions,
  TraceSource,
} from '../store.ts';
import { Accounts } from './accounts.ts';
import { Contents } from './contents.ts';
import { appendCustody, readCustody } from './custody-table.ts';
import { Findings } from './findings.ts';
import { ItemReader } from './item-reader.ts';
import { ItemWriter } from './item-writer.ts';
import { KeyTable } from './key-table.ts';
import { Leases } from './leases.ts';
import { Manifest } from './manifest.ts';
import { readTable, readTotals } from './overview.ts';
import { pagesInPathOrder } from './pages.ts';
import { PartTable } from './part-table.ts';
import { ReviewTable } from './review-table.ts';
import { Search } from './search.ts';
import type { Session } from './session.ts';
import { Tasks } from './tasks.ts';
import { TraceTable } from './trace-table.ts';

const FAILED = 'SELECT i.path, i."row" FROM items i WHERE i.case_id = $1 AND i.failure IS NOT NULL';

export interface PostgresCaseOptions {
  /** Of objects and review, which are files. */
  readonly directory: string;
  readonly now: () => Date;
  readonly readOnly: boolean;
}

/** A case in PostgreSQL: the parts each know a few tables. Many processes may write to it at once. */
export class PostgresCase implements CaseStore {
  readonly directory: string;
  /** Tasks as several workers share them. */
  readonly leases: Leases;
  /** Pieces of passes as several workers share them. */
  readonly parts: PartTable;
  readonly accounts: Accounts;
  readonly #session: Session;
  readonly #options: PostgresCaseOptions;
  readonly #manifest: Manifest;
  readonly #tasks: Tasks;
  readonly #writer: ItemWriter;
  readonly #reader: ItemReader;
  readonly #findings: Findings;
  readonly #keys: KeyTable;
  readonly #contents: Contents;
  readonly #traces: TraceTable;
  readonly #search: Search;
  readonly #review: ReviewTable;

  constructor(session: Session, options: PostgresCaseOptions) {
    this.directory = options.directory;
    this.#session = session;
    this.#options = options;
    this.leases = new Leases(session);
    this.parts = new PartTable(session);
    this.accounts = new Accounts(session);
    this.#manifest = new Manifest(session);
    this.#tasks = new Tasks(session);
    this.#writer = new ItemWriter(session);
    this.#reader = new ItemReader(session);
    this.#findings = new Findings(session);
    this.#keys = new KeyTable(session);
    this.#contents = new Contents(session);
    this.#traces = new TraceTable(session);
    this.#review = new ReviewTable(session, options.now);
    this.#search = new Search(session, this.#reader, () => this.reviewEvents());
  }

  close(): void {
    this.#session.close();
  }

  transaction<T>(work: () => T): T {
    if (this.#session.isWriting) throw new TamisError('nested-transaction', 'A transaction is open already.');
    return this.#session.inTransaction(work);
  }

  setting(name: string): string | null {
    return this.#manifest.setting(name);
  }

  setSetting(name: string, value: string): void {
    this.#session.inTransaction(() => this.#manifest.setSetting(name, value));
  }

  inputs(): readonly CaseInput[] {
    return this.#manifest.inputs();
  }

  addInput(input: CaseInput): void {
    this.#session.inTransaction(() => this.#manifest.addInput(input));
  }

  addSources(files: readonly SourceFile[]): void {
    this.#session.inTransaction(() => this.#manifest.addSources(files));
  }

  sources(): IterableIterator<SourceFile> {
    return this.#manifest.sources();
  }

  addTasks(tasks: readonly NewTask[]): void {
    this.#session.inTransaction(() => this.#tasks.add(tasks));
  }

  pendingTasks(limit: number, except: ReadonlySet<number>): readonly StoredTask[] {
    return this.#tasks.pending(limit, except);
  }

  countTasks(): { readonly pending: number; readonly done: number } {
    return this.#tasks.count();
  }

  updateTask(id: number, payload: unknown): void {
    this.#session.inTransaction(() => this.#tasks.update(id, payload));
  }

  countAttempt(id: number): void {
    this.#session.inTransaction(() => this.#tasks.countAttempt(id));
  }

  findTask(key: string): StoredTask | null {
    return this.#tasks.find(key);
  }

  reopenTask(id: number, payload: unknown): void {
    this.#session.inTransaction(() => this.#tasks.reopen(id, payload));
  }

  finishTask(id: number): void {
    this.#session.inTransaction(() => this.#tasks.finish(id));
  }

  addItems(items: readonly PreparedItem[]): void {
    this.#session.inTransaction(() => this.#writer.add(items));
  }

  /**
   * When the server was started: another time means that it was started anew, or that another took its place, which may
   * not have all that the one before had confirmed.
   */
  serverStart(): string {
    const row = this.#session.one(
      'SELECT pg_postmaster_start_time()::text AS start WHERE $1::integer IS NOT NULL',
    );
    return String(row?.start);
  }

  /** After a reading, by its lead: so that searches and passes are as fast as they will be. */
  settle(): void {
    this.#writer.sortWords();
    this.#writer.countRows();
  }

  addChildren(role: ItemRole, path: string, counts: ChildCounts): void {
    this.#session.inTransaction(() => this.#writer.addChildren(role, path, counts));
  }

  setFailure(role: ItemRole, path: string, status: ItemStatus, failure: Failure | null): void {
    this.#session.inTransaction(() => this.#writer.setFailure(role, path, status, failure));
  }

  addRemarks(role: ItemRole, path: string, remarks: Remarks): void {
    this.#session.inTransaction(() => this.#writer.addRemarks(role, path, remarks));
  }

  setSignatures(row: number, signatures: readonly SignatureResult[]): void {
    this.#session.inTransaction(() => {
      this.#findings.forgetPages();
      this.#writer.setSignatures(row, signatures);
    });
  }

  ocrCandidates(types: readonly string[]): readonly OcrCandidate[] {
    return this.#reader.ocrCandidates(types);
  }

  ocrOf(row: number): OcrText | null {
    return this.#reader.ocrOf(row);
  }

  setOcr(row: number, read: OcrText): void {
    this.#session.inTransaction(() => {
      const item = this.#reader.byRow(row);
      if (item !== null) this.#writer.setOcr(item, read);
    });
  }

  setContent(row: number, content: ItemContent): void {
    this.#session.inTransaction(() => this.#contents.set(row, content));
  }

  keys(): readonly DomainKey[] {
    return this.#keys.keys();
  }

  addKeys(keys: readonly DomainKey[]): number {
    return this.#session.inTransaction(() => this.#keys.add(keys));
  }

  messages(role?: ItemRole, range?: PathRange): IterableIterator<MessageRow> {
    return this.#findings.messages(role, range);
  }

  itemPaths(role: ItemRole, every: number): readonly string[] {
    return this.#findings.itemPaths(role, every);
  }

  headsOf(rows: readonly number[]): readonly MessageHead[] {
    return this.#findings.headsOf(rows);
  }

  carried(role: ItemRole, range?: PathRange): IterableIterator<CarriedRow> {
    return this.#findings.carried(role, range);
  }

  setThreads(rows: Iterable<readonly [row: number, thread: string]>): void {
    this.#session.inTransaction(() => this.#findings.setThreads(rows));
  }

  setDuplicates(rows: Iterable<readonly [row: number, ofId: string | null]>): void {
    this.#session.inTransaction(() => this.#findings.setDuplicates(rows));
  }

  setJudgements(rows: Iterable<readonly [row: number, judgement: Judgement]>): void {
    this.#session.inTransaction(() => this.#findings.setJudgements(rows));
  }

  judgementsOf(rows: readonly number[]): ReadonlyMap<number, Judgement> {
    return this.#findings.judgementsOf(rows);
  }

  addReasons(rows: Iterable<readonly [row: number, reasons: readonly Reason[]]>): void {
    this.#session.inTransaction(() => this.#findings.addReasons(rows));
  }

  traceSources(role: ItemRole, range?: PathRange): IterableIterator<TraceSource> {
    return this.#traces.sources(role, range);
  }

  setTraces(groups: Iterable<TraceGroup>, findings: TraceFindings): void {
    this.#session.inTransaction(() => this.#traces.set(groups, findings));
  }

  traceGroups(options: TraceGroupOptions): IterableIterator<TraceGroup> {
    return this.#traces.groups(options);
  }

  traceFindings(): TraceFindings | null {
    return this.#traces.findings();
  }

  sketches(): IterableIterator<SketchRow> {
    return this.#contents.sketches();
  }

  sketchesOf(rows: readonly number[]): ReadonlyMap<number, Uint8Array> {
    return this.#contents.sketchesOf(rows);
  }

  setNearDuplicates(rows: Iterable<readonly [row: number, found: NearDuplicate]>): void {
    this.#session.inTransaction(() => this.#contents.setNearDuplicates(rows));
  }

  setDecoys(rows: Iterable<readonly [row: number, match: DecoyMatch]>): void {
    this.#session.inTransaction(() => this.#contents.setDecoys(rows));
  }

  decoys(): readonly (readonly [row: number, match: DecoyMatch])[] {
    return this.#contents.decoys();
  }

  clusterOf(cluster: string): readonly (readonly [row: number, similarity: number])[] {
    return this.#contents.clusterOf(cluster);
  }

  contentTotals(role: ItemRole): ContentTotals {
    return this.#contents.totals(role);
  }

  item(id: string): StoredItem | null {
    return this.#reader.byId(id);
  }

  itemByRow(row: number): StoredItem | null {
    return this.#reader.byRow(row);
  }

  textOf(row: number): string {
    return this.#reader.textOf(row);
  }

  readableText(row: number): string {
    return readableText(this.#reader.textOf(row), this.#reader.ocrOf(row));
  }

  itemByPath(role: ItemRole, path: string): StoredItem | null {
    return this.#reader.byPath(role, path);
  }

  childrenOf(path: string, role: ItemRole): readonly SearchHit[] {
    return this.#reader.childrenOf(path, role);
  }

  search(query: string, options: SearchOptions): IterableIterator<SearchHit> {
    return this.#search.run(query, options);
  }

  count(query: string, options: SearchOptions): number {
    return this.#search.count(query, options);
  }

  *failures(): IterableIterator<SearchHit> {
    for (const rows of pagesInPathOrder(this.#session, FAILED, [])) {
      const numbers = rows.map((row) => integer(row, 'row'));
      yield* this.#reader.hits(numbers, () => '');
    }
  }

  matches(query: string | QueryNode, order: 'search' | 'none'): Float64Array {
    return order === 'search' ? this.#search.rows(query, {}) : this.#search.unordered(query);
  }

  scores(query: QueryNode, rows: Float64Array): Float64Array | null {
    return this.#search.scores(query, rows);
  }

  hits(rows: Iterable<number>, snippetsOf: string | null): readonly SearchHit[] {
    return this.#search.hits(rows, snippetsOf);
  }

  table(after: number, limit: number): readonly TableRow[] {
    return readTable(this.#session, after, limit);
  }

  dataVersion(): string {
    const row = this.#session.one('SELECT coalesce(sum(writes), 0) AS n FROM writers WHERE case_id = $1');
    return String(integer(row ?? {}, 'n'));
  }

  totals(): CaseTotals {
    return readTotals(this.#session);
  }

  openReview(): ReviewLog {
    this.#review.adopt(this.directory);
    return this.#review;
  }

  reviewEvents(): readonly ReviewEvent[] {
    return [...this.#review.events()];
  }

  log(action: string, detail: Readonly<Record<string, unknown>>): void {
    const time = this.#options.now().toISOString();
    // A reader's acts belong in the log too.
    const write = this.#options.readOnly ? this.#session.asReader : this.#session.inTransaction;
    write.call(this.#session, () => appendCustody(this.#session, time, action, detail));
  }

  custody(): IterableIterator<CustodyEntry> {
    return readCustody(this.#session);
  }
}
