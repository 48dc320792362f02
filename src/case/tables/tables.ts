import type { ItemContent, OcrText } from '../../model/index.ts';
import type { CaseStore, StoredItem } from '../store.ts';

/** The queue of units of work. */
interface TaskTable {
  add: CaseStore['addTasks'];
  pending: CaseStore['pendingTasks'];
  count: CaseStore['countTasks'];
  update: CaseStore['updateTask'];
  countAttempt: CaseStore['countAttempt'];
  find: CaseStore['findTask'];
  reopen: CaseStore['reopenTask'];
  finish: CaseStore['finishTask'];
}

/** Items as they are read back one by one. */
interface ItemTable {
  byId: CaseStore['item'];
  byRow: CaseStore['itemByRow'];
  byPath: CaseStore['itemByPath'];
  childrenOf: CaseStore['childrenOf'];
  textOf: CaseStore['textOf'];
  textsOf: CaseStore['textsOf'];
}

/** What OCR read of items. */
interface OcrTable {
  candidates: CaseStore['ocrCandidates'];
  get: CaseStore['ocrOf'];
  set(item: StoredItem, read: OcrText): void;
}

/** Topics, personal data, and what near-duplicates are found by. */
interface ContentTable
  extends Pick<CaseStore, 'sketches' | 'sketchesOf' | 'setNearDuplicates' | 'clusterOf'> {
  set(row: number, content: ItemContent): void;
  totals: CaseStore['contentTotals'];
}

/** Groups and findings of traces, and what they are made from. */
interface TraceTable {
  sources: CaseStore['traceSources'];
  set: CaseStore['setTraces'];
  groups: CaseStore['traceGroups'];
  findings: CaseStore['traceFindings'];
}

/** Hits of queries. */
interface SearchTable {
  run: CaseStore['search'];
  count: CaseStore['count'];
  rows(query: Parameters<CaseStore['matches']>[0], options: object): Float64Array;
  unordered(query: Parameters<CaseStore['matches']>[0]): Float64Array;
  scores: CaseStore['scores'];
  hits: CaseStore['hits'];
}

/**
 * What a store is put together from: its tables, each of which knows some of the database's. Writes are called within a
 * transaction; the classes beside this one see to that, the same for every database.
 */
export interface CaseTables {
  readonly manifest: Pick<
    CaseStore,
    'setting' | 'setSetting' | 'inputs' | 'addInput' | 'addSources' | 'sources'
  >;
  readonly tasks: TaskTable;
  readonly writer: Pick<CaseStore, 'addChildren' | 'setFailure' | 'addRemarks' | 'setSignatures'> & {
    add: CaseStore['addItems'];
  };
  readonly reader: ItemTable;
  readonly ocr: OcrTable;
  readonly keys: { keys: CaseStore['keys']; add: CaseStore['addKeys'] };
  readonly findings: Pick<
    CaseStore,
    | 'messages'
    | 'itemPaths'
    | 'headsOf'
    | 'carried'
    | 'setThreads'
    | 'setDuplicates'
    | 'setJudgements'
    | 'judgementsOf'
    | 'addReasons'
  >;
  readonly contents: ContentTable;
  readonly decoys: { set: CaseStore['setDecoys']; all: CaseStore['decoys'] };
  readonly traces: TraceTable;
  readonly search: SearchTable;
}
