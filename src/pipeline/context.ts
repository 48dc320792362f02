import type { ObjectStore } from '../case/store.ts';
import type { KeyRing } from '../examine/keys/key-ring.ts';
import type { ContainerOptions, Limits } from '../model/index.ts';
import type { Growth } from './growth.ts';
import type { Blob } from './items/known-blob.ts';
import type { RecentDocuments } from './items/recent-documents.ts';
import type { Outbox } from './outbox.ts';
import type { Pulse } from './pulse.ts';
import type { TaskState } from './task.ts';

/** Everything a task may use. Nothing here is global, so that tests can run a task without a worker. */
export interface WorkContext {
  readonly state: TaskState;
  readonly limits: Limits;
  readonly container: ContainerOptions;
  readonly ring: KeyRing;
  readonly objects: ObjectStore;
  readonly recent: RecentDocuments;
  readonly now: number;
  readonly pulse: Pulse;
  readonly out: Outbox;
  /** Emits the item of some bytes, whatever they are: what carries others calls it for each of them. */
  readonly emit: (context: WorkContext, blob: Blob) => Promise<void>;
  /** How an earlier attempt at the current item ended its worker: what it carries is then not opened. */
  distrust: 'timeout' | 'crashed' | null;
  /** Of the current item's bytes; containers in it inherit it. */
  growth: Growth;
}
