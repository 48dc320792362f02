import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { PostgresCase } from '../case/postgres/case.ts';
import type { LeasedTask, WorkerState } from '../case/postgres/leases.ts';
import { repeatedly } from '../case/postgres/session.ts';
import { afterDeath, levelAfterDeath } from './after-death.ts';
import type { PoolOwner, PoolTask } from './pool.ts';
import type { Batch } from './protocol.ts';
import type { QueueProgress } from './queue.ts';
import type { SharedRun } from './shared-run.ts';
import type { Poison, TaskState } from './task.ts';
import { writeBatch } from './write-batch.ts';

/** How often a worker renews what it holds before it would be taken from it. */
const RENEWALS = 6;

/** A process may die of anything; at one and the same item three times it is the item. */
const MOST_PROCESS_DEATHS = 3;

/** Between two times a worker with nothing to do asks for tasks. */
const ASK_MS = 400;

interface Held {
  readonly state: TaskState;
  readonly version: number;
}

export interface LeasedQueueOptions {
  /** Whom the tasks belong to; a process that reads again and again is one worker. Made up where it is not given. */
  readonly worker?: string;
  readonly run: SharedRun;
  readonly jobs: number;
  /** Milliseconds for which a commit is tried again while the database is away. */
  readonly patienceMs: number;
  readonly onProgress: (done: QueueProgress) => void;
  readonly onEvent: (event: WorkerEvent) => void;
}

/** What a worker has to tell of itself. */
export type WorkerEvent =
  | { readonly type: 'claimed'; readonly task: number; readonly kind: string; readonly deaths: number }
  | {
      readonly type: 'committed';
      readonly task: number;
      readonly items: number;
      readonly done: boolean;
      readonly ms: number;
    }
  | { readonly type: 'lost'; readonly task: number }
  | { readonly type: 'set-aside'; readonly task: number; readonly cursor: number }
  | { readonly type: 'thread-died'; readonly task: number; readonly cursor: number; readonly reason: string };

/**
 * Hands tasks to the pool of one process among many. A task is taken for a time; results, progress and the right to
 * write them are one transaction, so that of two who hold the same task after a cut only one is heard.
 */
export class LeasedQueue implements PoolOwner {
  readonly holds = true;
  readonly worker: string;
  readonly #store: PostgresCase;
  readonly #options: LeasedQueueOptions;
  readonly #held = new Map<number, Held>();
  readonly #timer: NodeJS.Timeout;
  #asked = Number.NEGATIVE_INFINITY;

  constructor(store: PostgresCase, options: LeasedQueueOptions) {
    this.worker = options.worker ?? randomUUID();
    this.#store = store;
    this.#options = options;
    this.#try(() => this.#store.leases.report(this.#alive('reading')));
    this.#timer = setInterval(() => this.#renew(), (options.run.leaseSeconds * 1000) / RENEWALS);
  }

  /** Gives back what was begun and not ended. To be called once. */
  end(state: 'waiting' | 'ended'): void {
    clearInterval(this.#timer);
    this.#try(() => this.#store.leases.release(this.worker, [...this.#held.keys()]));
    this.#try(() => this.#store.leases.report(this.#alive(state)));
  }

  next(): PoolTask | null {
    // Asked for nothing a moment ago: the database need not be asked for each thread.
    if (performance.now() - this.#asked < ASK_MS) return null;
    const { run } = this.#options;
    for (;;) {
      const [task] = this.#try(() => this.#store.leases.claim(this.worker, run.number, run.leaseSeconds));
      if (task === undefined) {
        this.#asked = performance.now();
        return null;
      }
      const { id, kind, deaths } = task;
      this.#options.onEvent({ type: 'claimed', task: id, kind, deaths });
      const held = this.#afterProcessDeaths(task);
      if (held === null) continue;
      this.#held.set(id, held);
      return { id, state: { ...held.state, careful: task.careful } };
    }
  }

  waits(): boolean {
    if (this.#held.size > 0) return true;
    return this.#try(() => this.#store.leases.left(this.#options.run.number)) > 0;
  }

  commit(batch: Batch): void {
    const held = this.#held.get(batch.id);
    if (held === undefined) return;
    const started = performance.now();
    const state = { ...held.state, next: batch.next };
    const failures = batch.items.filter((item) => item.failure !== null).length;
    const isOurs = this.#writeTo(batch.id, held.version, () => {
      writeBatch(this.#store, state.role, batch);
      this.#store.leases.advance(batch.id, state, batch.done);
      this.#store.leases.count(this.worker, batch.items.length, failures, batch.bytes);
    });
    if (!isOurs) return;
    if (batch.done) this.#held.delete(batch.id);
    else this.#held.set(batch.id, { state, version: held.version + 1 });
    // Its tasks can be taken at once.
    this.#asked = Number.NEGATIVE_INFINITY;
    const ms = Math.round(performance.now() - started);
    this.#options.onEvent({
      type: 'committed',
      task: batch.id,
      items: batch.items.length,
      done: batch.done,
      ms,
    });
    this.#options.onProgress({ items: batch.items.length, failures, bytes: batch.bytes, found: batch.found });
  }

  unstarted(id: number): void {
    this.#held.delete(id);
    this.#try(() => this.#store.leases.release(this.worker, [id]));
  }

  died(id: number, cursor: number, code: 'timeout' | 'crashed', reason: string): void {
    const held = this.#held.get(id);
    if (held === undefined) return;
    this.#held.delete(id);
    this.#options.onEvent({ type: 'thread-died', task: id, cursor, reason });
    const level = levelAfterDeath(held.state, cursor);
    this.#afterDeath(id, held, { at: cursor, code, level }, reason);
    this.#try(() => this.#store.leases.release(this.worker, [id]));
  }

  /** Whose worker process ended again and again at one item: that item is not opened, or passed over. */
  #afterProcessDeaths({ id, payload, version, deaths }: LeasedTask): Held | null {
    // The payload was written by `Outbox.task` or `commit`, never by the leak.
    const held = { state: payload as TaskState, version };
    if (deaths < MOST_PROCESS_DEATHS) return held;
    // First by its hash alone; should that end a process too, not at all.
    const level = deaths === MOST_PROCESS_DEATHS ? 2 : MOST_PROCESS_DEATHS + 1;
    const at = held.state.next;
    this.#options.onEvent({ type: 'set-aside', task: id, cursor: at });
    const reason = `its worker process ended ${deaths} times`;
    return this.#afterDeath(id, held, { at, code: 'crashed', level }, reason);
  }

  #afterDeath(id: number, held: Held, poison: Poison, reason: string): Held | null {
    const { at: cursor, code } = poison;
    let state: TaskState | null = null;
    const isOurs = this.#writeTo(id, held.version, () => {
      this.#store.log('worker-died', { task: held.state.task.kind, cursor, code, reason });
      state = afterDeath(this.#store, held.state, poison, reason);
      this.#store.leases.mend(id, state ?? held.state, state === null);
    });
    return isOurs && state !== null ? { state, version: held.version + 1 } : null;
  }

  /** False where the task was lost to another meanwhile, who will read the same. */
  #writeTo(id: number, version: number, work: () => void): boolean {
    const outcome = this.#try(() =>
      this.#store.transaction(() => {
        const right = this.#store.leases.check(this.worker, id, version);
        if (right === 'ours') work();
        return right;
      }),
    );
    if (outcome !== 'lost') return true;
    this.#lose(id);
    return false;
  }

  #renew(): void {
    try {
      for (const id of this.#store.leases.renew(
        this.#alive('reading'),
        [...this.#held.keys()],
        this.#options.run.leaseSeconds,
      ))
        this.#lose(id);
    } catch {
      // The database is away. What was lost meanwhile shows at the next commit.
    }
  }

  #lose(id: number): void {
    if (this.#held.delete(id)) this.#options.onEvent({ type: 'lost', task: id });
  }

  #try<T>(work: () => T): T {
    return repeatedly(this.#options.patienceMs, work);
  }

  #alive(state: WorkerState['state']): WorkerState {
    return workerState(this.worker, this.#options.jobs, state);
  }
}

/** What this process says of itself. */
export function workerState(worker: string, jobs: number, state: WorkerState['state']): WorkerState {
  return { worker, host: hostname(), pid: process.pid, jobs, state, memory: process.memoryUsage.rss() };
}
