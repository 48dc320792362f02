import type {
  DecoyMatch,
  ItemRole,
  Judgement,
  NearDuplicate,
  Reason,
  TraceFindings,
  TraceGroup,
} from '../../model/index.ts';
import type {
  CarriedRow,
  ContentTotals,
  JudgementStore,
  MessageHead,
  MessageRow,
  PathRange,
  SketchRow,
  TextStore,
  TraceGroupOptions,
  TraceSource,
  TraceStore,
} from '../store.ts';
import { PipelineCase } from './pipeline-case.ts';
import type { CaseTables } from './tables.ts';

/** What the passes over the whole leak ask of a case, and what they write into it. */
export abstract class PassesCase<T extends CaseTables = CaseTables>
  extends PipelineCase<T>
  implements JudgementStore, TextStore, TraceStore
{
  messages(role?: ItemRole, range?: PathRange): IterableIterator<MessageRow> {
    return this.tables.findings.messages(role, range);
  }

  itemPaths(role: ItemRole, every: number): readonly string[] {
    return this.tables.findings.itemPaths(role, every);
  }

  headsOf(rows: readonly number[]): readonly MessageHead[] {
    return this.tables.findings.headsOf(rows);
  }

  carried(role: ItemRole, range?: PathRange): IterableIterator<CarriedRow> {
    return this.tables.findings.carried(role, range);
  }

  setThreads(rows: Iterable<readonly [row: number, thread: string]>): void {
    this.write(() => this.tables.findings.setThreads(rows));
  }

  setDuplicates(rows: Iterable<readonly [row: number, ofId: string | null]>): void {
    this.write(() => this.tables.findings.setDuplicates(rows));
  }

  setJudgements(rows: Iterable<readonly [row: number, judgement: Judgement]>): void {
    this.write(() => this.tables.findings.setJudgements(rows));
  }

  judgementsOf(rows: readonly number[]): ReadonlyMap<number, Judgement> {
    return this.tables.findings.judgementsOf(rows);
  }

  addReasons(rows: Iterable<readonly [row: number, reasons: readonly Reason[]]>): void {
    this.write(() => this.tables.findings.addReasons(rows));
  }

  traceSources(role: ItemRole, range?: PathRange): IterableIterator<TraceSource> {
    return this.tables.traces.sources(role, range);
  }

  setTraces(groups: Iterable<TraceGroup>, findings: TraceFindings): void {
    this.write(() => this.tables.traces.set(groups, findings));
  }

  traceGroups(options: TraceGroupOptions): IterableIterator<TraceGroup> {
    return this.tables.traces.groups(options);
  }

  traceFindings(): TraceFindings | null {
    return this.tables.traces.findings();
  }

  sketches(): IterableIterator<SketchRow> {
    return this.tables.contents.sketches();
  }

  sketchesOf(rows: readonly number[]): ReadonlyMap<number, Uint8Array> {
    return this.tables.contents.sketchesOf(rows);
  }

  setNearDuplicates(rows: Iterable<readonly [row: number, found: NearDuplicate]>): void {
    this.write(() => this.tables.contents.setNearDuplicates(rows));
  }

  setDecoys(rows: Iterable<readonly [row: number, match: DecoyMatch]>): void {
    this.write(() => this.tables.decoys.set(rows));
  }

  decoys(): readonly (readonly [row: number, match: DecoyMatch])[] {
    return this.tables.decoys.all();
  }

  clusterOf(cluster: string): readonly (readonly [row: number, similarity: number])[] {
    return this.tables.contents.clusterOf(cluster);
  }

  contentTotals(role: ItemRole): ContentTotals {
    return this.tables.contents.totals(role);
  }
}
