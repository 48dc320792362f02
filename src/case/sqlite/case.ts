import type { DatabaseSync } from 'node:sqlite';
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
import { appendCustody, readCustody } from '../custody.ts';
import type { PreparedItem } from '../prepare.ts';
import type { QueryNode } from '../query/index.ts';
import { readableText } from '../readable-text.ts';
import type { ReviewEvent } from '../review/event.ts';
import type { ReviewLog } from '../review/review-log.ts';
import { openReview, openReviewToRead, readReview } from '../review/review-store.ts';
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
import { caseError, isWritable, openToWrite } from './connection.ts';
import { Contents } from './contents.ts';
import { DecoyMarks } from './decoy-marks.ts';
import { Findings } from './findings.ts';
import { ItemReader } from './item-reader.ts';
import { ItemWriter } from './item-writer.ts';
import { KeyTable } from './key-table.ts';
import { Manifest } from './manifest.ts';
import { OcrTable } from './ocr-table.ts';
import { inPathOrder } from './pages.ts';
import { defineReviewMarks } from './review-marks.ts';
import { integer, textOrNull } from './row.ts';
import { Search } from './search.ts';
import { TableReader } from './table-reader.ts';
import { Tasks } from './tasks.ts';
import { readTotals } from './totals.ts';
import { TraceTable } from './trace-table.ts';

export interface SqliteCaseOptions {
  readonly directory: string;
  readonly now: () => Date;
  readonly readOnly: boolean;
  /** Called once, after the database is closed. */
  readonly onClose: () => void;
}

/** The embedded store of a case: one SQLite database, whose parts each know a few tables. */
export class SqliteCase implements CaseStore {
  readonly directory: string;
  readonly #database: DatabaseSync;
  readonly #options: SqliteCaseOptions;
  readonly #manifest: Manifest;
  readonly #tasks: Tasks;
  readonly #writer: ItemWriter;
  readonly #reader: ItemReader;
  readonly #findings: Findings;
  readonly #keys: KeyTable;
  readonly #contents: Contents;
  readonly #decoys: DecoyMarks;
  readonly #traces: TraceTable;
  readonly #ocr: OcrTable;
  readonly #search: Search;
  #table: TableReader | null = null;
  #writing = false;

  constructor(database: DatabaseSync, options: SqliteCaseOptions) {
    this.directory = options.directory;
    this.#database = database;
    this.#options = options;
    defineReviewMarks(database, options.directory);
    this.#manifest = new Manifest(database);
    this.#tasks = new Tasks(database);
    this.#writer = new ItemWriter(database);
    this.#reader = new ItemReader(database);
    this.#findings = new Findings(database);
    this.#keys = new KeyTable(database);
    this.#contents = new Contents(database);
    this.#decoys = new DecoyMarks(database);
    this.#traces = new TraceTable(database);
    this.#ocr = new OcrTable(database);
    this.#search = new Search(database, this.#reader);
  }

  close(): void {
    if (!this.#database.isOpen) return;
    this.#database.close();
    this.#options.onClose();
  }

  transaction<T>(work: () => T): T {
    if (this.#writing) throw new TamisError('nested-transaction', 'A transaction is open already.');
    return this.#write(work);
  }

  setting(name: string): string | null {
    const row = this.#database.prepare('SELECT value FROM settings WHERE name = ?').get(name);
    return row ? textOrNull(row, 'value') : null;
  }

  setSetting(name: string, value: string): void {
    this.#write(() =>
      this.#database.prepare('INSERT OR REPLACE INTO settings VALUES (?, ?)').run(name, value),
    );
  }

  inputs(): readonly CaseInput[] {
    return this.#manifest.inputs();
  }

  addInput(input: CaseInput): void {
    this.#write(() => this.#manifest.addInput(input));
  }

  addSources(files: readonly SourceFile[]): void {
    this.#write(() => this.#manifest.addSources(files));
  }

  sources(): IterableIterator<SourceFile> {
    return this.#manifest.sources();
  }

  addTasks(tasks: readonly NewTask[]): void {
    this.#write(() => this.#tasks.add(tasks));
  }

  pendingTasks(limit: number, except: ReadonlySet<number>): readonly StoredTask[] {
    return this.#tasks.pending(limit, except);
  }

  countTasks(): { readonly pending: number; readonly done: number } {
    return this.#tasks.count();
  }

  updateTask(id: number, payload: unknown): void {
    this.#write(() => this.#tasks.update(id, payload));
  }

  countAttempt(id: number): void {
    this.#write(() => this.#tasks.countAttempt(id));
  }

  findTask(key: string): StoredTask | null {
    return this.#tasks.find(key);
  }

  reopenTask(id: number, payload: unknown): void {
    this.#write(() => this.#tasks.reopen(id, payload));
  }

  finishTask(id: number): void {
    this.#write(() => this.#tasks.finish(id));
  }

  addItems(items: readonly PreparedItem[]): void {
    this.#write(() => {
      for (const item of items) this.#writer.add(item);
    });
  }

  addChildren(role: ItemRole, path: string, counts: ChildCounts): void {
    this.#write(() => this.#writer.addChildren(role, path, counts));
  }

  setFailure(role: ItemRole, path: string, status: ItemStatus, failure: Failure | null): void {
    this.#write(() => this.#writer.setFailure(role, path, status, failure));
  }

  addRemarks(role: ItemRole, path: string, remarks: Remarks): void {
    this.#write(() => this.#writer.addRemarks(role, path, remarks));
  }

  setSignatures(row: number, signatures: readonly SignatureResult[]): void {
    this.#write(() => this.#writer.setSignatures(row, signatures));
  }

  ocrCandidates(types: readonly string[]): readonly OcrCandidate[] {
    return this.#ocr.candidates(types);
  }

  ocrOf(row: number): OcrText | null {
    return this.#ocr.get(row);
  }

  setOcr(row: number, read: OcrText): void {
    this.#write(() => {
      const item = this.#reader.byRow(row);
      if (item !== null) this.#ocr.set(item, read);
    });
  }

  setContent(row: number, content: ItemContent): void {
    this.#write(() => this.#contents.set(row, content));
  }

  keys(): readonly DomainKey[] {
    return this.#keys.keys();
  }

  addKeys(keys: readonly DomainKey[]): number {
    return this.#write(() => this.#keys.add(keys));
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
    this.#write(() => this.#findings.setThreads(rows));
  }

  setDuplicates(rows: Iterable<readonly [row: number, ofId: string | null]>): void {
    this.#write(() => this.#findings.setDuplicates(rows));
  }

  setJudgements(rows: Iterable<readonly [row: number, judgement: Judgement]>): void {
    this.#write(() => this.#findings.setJudgements(rows));
  }

  judgementsOf(rows: readonly number[]): ReadonlyMap<number, Judgement> {
    return this.#findings.judgementsOf(rows);
  }

  addReasons(rows: Iterable<readonly [row: number, reasons: readonly Reason[]]>): void {
    this.#write(() => this.#findings.addReasons(rows));
  }

  traceSources(role: ItemRole, range?: PathRange): IterableIterator<TraceSource> {
    return this.#traces.sources(role, range);
  }

  setTraces(groups: Iterable<TraceGroup>, findings: TraceFindings): void {
    this.#write(() => this.#traces.set(groups, findings));
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
    this.#write(() => this.#contents.setNearDuplicates(rows));
  }

  setDecoys(rows: Iterable<readonly [row: number, match: DecoyMatch]>): void {
    this.#write(() => this.#decoys.set(rows));
  }

  decoys(): readonly (readonly [row: number, match: DecoyMatch])[] {
    return this.#decoys.all();
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
    return readableText(this.#reader.textOf(row), this.#ocr.get(row));
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
    const failed = 'SELECT i.path, i.row FROM items i WHERE i.failure IS NOT NULL';
    for (const row of inPathOrder(this.#database, failed, [])) {
      const hit = this.#reader.hit(integer(row, 'row'), '');
      if (hit) yield hit;
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
    this.#table ??= new TableReader(this.#database);
    return this.#table.page(after, limit);
  }

  dataVersion(): string {
    return String(integer(this.#database.prepare('PRAGMA data_version').get() ?? {}, 'data_version'));
  }

  totals(): CaseTotals {
    return readTotals(this.#database);
  }

  openReview(): ReviewLog {
    const { directory } = this;
    const open = isWritable(directory) ? openReview : openReviewToRead;
    return open(directory, this.#options.now);
  }

  reviewEvents(): readonly ReviewEvent[] {
    return readReview(this.directory);
  }

  log(action: string, detail: Readonly<Record<string, unknown>>): void {
    const time = this.#options.now().toISOString();
    if (this.#options.readOnly) this.#logBeside(time, action, detail);
    else this.#write(() => appendCustody(this.#database, time, action, detail));
  }

  custody(): IterableIterator<CustodyEntry> {
    return readCustody(this.#database);
  }

  /** A reader's acts belong in the log too: one short write, which waits for the one of a sift to end. */
  #logBeside(time: string, action: string, detail: Readonly<Record<string, unknown>>): void {
    try {
      using database = openToWrite(this.directory);
      database.exec('BEGIN IMMEDIATE');
      appendCustody(database, time, action, detail);
      database.exec('COMMIT');
    } catch (error) {
      throw caseError(error, this.directory);
    }
  }

  /** Runs a write in the transaction that is open, or in one of its own. */
  #write<T>(work: () => T): T {
    if (this.#writing) return work();
    if (this.#options.readOnly)
      throw new TamisError('case-read-only', {
        en: 'This case was opened for reading.',
        fr: 'Ce dossier a été ouvert en lecture.',
      });
    this.#writing = true;
    try {
      this.#database.exec('BEGIN IMMEDIATE');
      const result = work();
      this.#database.exec('COMMIT');
      return result;
    } catch (error) {
      // A full disk may have rolled it back already.
      if (this.#database.isOpen && this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw caseError(error, this.directory);
    } finally {
      this.#writing = false;
    }
  }
}
