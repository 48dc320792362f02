import type { NewTask, PreparedItem, Remarks, SourceFile } from '../case/store.ts';
import type {
  ChildCounts,
  Failure,
  ItemRecord,
  ItemRole,
  ItemStatus,
  OcrText,
  SignatureResult,
} from '../model/index.ts';
import type { Batch } from './protocol.ts';
import type { Task } from './task.ts';

// A batch is one transaction and one copy between threads. Measured on the 12,548 messages of the benchmark:
// below some 200 items the transactions show, above 4 MB the memory of two threads' worth of batches does.
const BATCH_ITEMS = 400;
const BATCH_CHARS = 4 * 2 ** 20;

/** Makes an item ready for the database, on the worker's thread. */
export type Prepare = (role: ItemRole, record: ItemRecord) => PreparedItem;

export interface OutboxOptions {
  /** Of the task. */
  readonly id: number;
  readonly role: ItemRole;
  /** Every item is a batch. */
  readonly careful: boolean;
  readonly post: (batch: Batch) => Promise<void>;
  readonly prepare: Prepare;
}

/**
 * Collects what a task finds and posts it in batches. `settle` waits while two batches are unacknowledged,
 * which bounds the memory of the whole pipeline whatever the speed of the disk below the case.
 */
export class Outbox {
  readonly #options: OutboxOptions;
  #items: PreparedItem[] = [];
  #sources: SourceFile[] = [];
  #tasks: NewTask[] = [];
  #children = new Map<string, ChildCounts>();
  #failures: { path: string; status: ItemStatus; failure: Failure | null }[] = [];
  #remarks: { path: string; remarks: Remarks }[] = [];
  #signatures: { row: number; signatures: readonly SignatureResult[] }[] = [];
  #ocr: { row: number; read: OcrText }[] = [];
  #chars = 0;
  #bytes = 0;
  #found = 0;

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  item(record: ItemRecord): void {
    const { prepare, role } = this.#options;
    this.#items.push(prepare(role, record));
    this.#chars += record.text.length + 1000;
  }

  source(file: SourceFile): void {
    this.#sources.push(file);
  }

  /** Adds work found on the way. The key makes it unique, so that finding it twice adds it once. */
  task(key: string, task: Task): void {
    const payload = { role: this.#options.role, task, next: 0, poison: [] };
    this.#tasks.push({ key: `${this.#options.role} ${key}`, kind: task.kind, payload });
  }

  /** Adds to the child counts of the container at `path`. */
  count(path: string, outcome: 'emitted' | 'failed' | 'skipped'): void {
    const old = this.#children.get(path) ?? NO_CHILDREN;
    this.#children.set(path, { ...old, [outcome]: old[outcome] + 1 });
  }

  /** Takes back a child counted before: it is about to be counted again. */
  uncount(path: string, outcome: 'emitted' | 'failed'): void {
    const old = this.#children.get(path) ?? NO_CHILDREN;
    this.#children.set(path, { ...old, [outcome]: old[outcome] - 1 });
  }

  expect(path: string, expected: number): void {
    const old = this.#children.get(path) ?? NO_CHILDREN;
    this.#children.set(path, { ...old, expected: old.expected + expected });
  }

  failure(path: string, status: ItemStatus, failure: Failure | null): void {
    this.#failures.push({ path, status, failure });
  }

  remarks(path: string, remarks: Remarks): void {
    if (remarks.defects.length === 0 && Object.keys(remarks.facts).length === 0) return;
    this.#remarks.push({ path, remarks });
  }

  signatures(row: number, signatures: readonly SignatureResult[]): void {
    this.#signatures.push({ row, signatures });
  }

  ocr(row: number, read: OcrText): void {
    this.#ocr.push({ row, read });
  }

  covered(bytes: number): void {
    this.#bytes += bytes;
  }

  found(bytes: number): void {
    this.#found += bytes;
  }

  /** To be called after each top-level item of a task, with the cursor to go on from. */
  async settle(next: number): Promise<void> {
    const size = this.#items.length + this.#tasks.length + this.#signatures.length;
    if (size < BATCH_ITEMS && this.#chars < BATCH_CHARS && !this.#options.careful) return;
    await this.#flush(next, false);
  }

  async end(next: number): Promise<void> {
    await this.#flush(next, true);
  }

  async #flush(next: number, done: boolean): Promise<void> {
    const batch: Batch = {
      type: 'batch',
      id: this.#options.id,
      items: this.#items,
      sources: this.#sources,
      tasks: this.#tasks,
      children: [...this.#children].map(([path, counts]) => ({ path, counts })),
      failures: this.#failures,
      remarks: this.#remarks,
      signatures: this.#signatures,
      ocr: this.#ocr,
      next,
      done,
      bytes: this.#bytes,
      found: this.#found,
    };
    this.#items = [];
    this.#sources = [];
    this.#tasks = [];
    this.#children = new Map();
    this.#failures = [];
    this.#remarks = [];
    this.#signatures = [];
    this.#ocr = [];
    this.#chars = 0;
    this.#bytes = 0;
    this.#found = 0;
    await this.#options.post(batch);
  }
}

const NO_CHILDREN: ChildCounts = { expected: 0, emitted: 0, failed: 0, skipped: 0 };
