import type {
  ChildCounts,
  DomainKey,
  Failure,
  ItemContent,
  ItemRole,
  ItemStatus,
  OcrText,
  SignatureResult,
} from '../../model/index.ts';
import type { PreparedItem } from '../prepare.ts';
import type {
  CaseInput,
  ItemWriting,
  ManifestStore,
  NewTask,
  OcrCandidate,
  Remarks,
  SourceFile,
  StoredTask,
  TaskStore,
} from '../store.ts';
import type { CaseTables } from './tables.ts';

/** What a sift asks of a case while it reads: inputs, units of work, items, keys. Each write is a transaction, or within one. */
export abstract class PipelineCase<T extends CaseTables = CaseTables>
  implements ManifestStore, TaskStore, ItemWriting
{
  protected readonly tables: T;

  constructor(tables: T) {
    this.tables = tables;
  }

  /** Runs a write in the transaction that is open, or in one of its own. */
  protected abstract write<R>(work: () => R): R;

  setting(name: string): string | null {
    return this.tables.manifest.setting(name);
  }

  setSetting(name: string, value: string): void {
    this.write(() => this.tables.manifest.setSetting(name, value));
  }

  inputs(): readonly CaseInput[] {
    return this.tables.manifest.inputs();
  }

  addInput(input: CaseInput): void {
    this.write(() => this.tables.manifest.addInput(input));
  }

  addSources(files: readonly SourceFile[]): void {
    this.write(() => this.tables.manifest.addSources(files));
  }

  sources(): IterableIterator<SourceFile> {
    return this.tables.manifest.sources();
  }

  addTasks(tasks: readonly NewTask[]): void {
    this.write(() => this.tables.tasks.add(tasks));
  }

  pendingTasks(limit: number, except: ReadonlySet<number>): readonly StoredTask[] {
    return this.tables.tasks.pending(limit, except);
  }

  countTasks(): { readonly pending: number; readonly done: number } {
    return this.tables.tasks.count();
  }

  updateTask(id: number, payload: unknown): void {
    this.write(() => this.tables.tasks.update(id, payload));
  }

  countAttempt(id: number): void {
    this.write(() => this.tables.tasks.countAttempt(id));
  }

  findTask(key: string): StoredTask | null {
    return this.tables.tasks.find(key);
  }

  reopenTask(id: number, payload: unknown): void {
    this.write(() => this.tables.tasks.reopen(id, payload));
  }

  finishTask(id: number): void {
    this.write(() => this.tables.tasks.finish(id));
  }

  addItems(items: readonly PreparedItem[]): void {
    this.write(() => this.tables.writer.add(items));
  }

  addChildren(role: ItemRole, path: string, counts: ChildCounts): void {
    this.write(() => this.tables.writer.addChildren(role, path, counts));
  }

  setFailure(role: ItemRole, path: string, status: ItemStatus, failure: Failure | null): void {
    this.write(() => this.tables.writer.setFailure(role, path, status, failure));
  }

  addRemarks(role: ItemRole, path: string, remarks: Remarks): void {
    this.write(() => this.tables.writer.addRemarks(role, path, remarks));
  }

  setSignatures(row: number, signatures: readonly SignatureResult[]): void {
    this.write(() => this.tables.writer.setSignatures(row, signatures));
  }

  ocrCandidates(types: readonly string[]): readonly OcrCandidate[] {
    return this.tables.ocr.candidates(types);
  }

  ocrOf(row: number): OcrText | null {
    return this.tables.ocr.get(row);
  }

  setOcr(row: number, read: OcrText): void {
    this.write(() => {
      const item = this.tables.reader.byRow(row);
      if (item !== null) this.tables.ocr.set(item, read);
    });
  }

  setContent(row: number, content: ItemContent): void {
    this.write(() => this.tables.contents.set(row, content));
  }

  keys(): readonly DomainKey[] {
    return this.tables.keys.keys();
  }

  addKeys(keys: readonly DomainKey[]): number {
    return this.write(() => this.tables.keys.add(keys));
  }
}
