import type { NewTask, PreparedItem, Remarks, SourceFile } from '../case/store.ts';
import type {
  ChildCounts,
  DomainKey,
  Failure,
  ItemStatus,
  Limits,
  OcrText,
  SignatureResult,
} from '../model/index.ts';
import type { TaskState } from './task.ts';

/** What a worker is told once, when it starts. */
export interface WorkerSetup {
  readonly caseDirectory: string;
  readonly limits: Limits;
  readonly passwords: readonly string[];
  readonly keys: readonly DomainKey[];
  /** Milliseconds since 1970, the same for the whole sift: `expired` must not depend on the hour of a message. */
  readonly now: number;
  /** Int32Array over shared memory, see `pulse.ts`. */
  readonly pulse: SharedArrayBuffer;
}

export type ToWorker =
  | { readonly type: 'run'; readonly id: number; readonly state: TaskState }
  | { readonly type: 'ack' }
  | { readonly type: 'stop' };

/** Results that belong together: committed in one transaction with the progress of their task. */
export interface Batch {
  readonly type: 'batch';
  readonly id: number;
  readonly items: readonly PreparedItem[];
  readonly sources: readonly SourceFile[];
  readonly tasks: readonly NewTask[];
  readonly children: readonly { readonly path: string; readonly counts: ChildCounts }[];
  readonly failures: readonly {
    readonly path: string;
    readonly status: ItemStatus;
    readonly failure: Failure | null;
  }[];
  readonly remarks: readonly { readonly path: string; readonly remarks: Remarks }[];
  readonly signatures: readonly { readonly row: number; readonly signatures: readonly SignatureResult[] }[];
  readonly ocr: readonly { readonly row: number; readonly read: OcrText }[];
  /** Cursor to go on from. */
  readonly next: number;
  /** The task has ended with this batch. */
  readonly done: boolean;
  /** Bytes of input covered, and bytes of input found, since the last batch: for the progress line. */
  readonly bytes: number;
  readonly found: number;
}

export type FromWorker =
  | Batch
  | { readonly type: 'ready' }
  /** The case cannot be written: no item's fault, and the end of the sift. */
  | { readonly type: 'case-trouble'; readonly code: string; readonly message: string };
