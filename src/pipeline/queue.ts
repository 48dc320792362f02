import type { CaseStore } from '../case/store.ts';
import { afterDeath, levelAfterDeath } from './after-death.ts';
import type { PoolOwner, PoolTask } from './pool.ts';
import type { Batch } from './protocol.ts';
import type { TaskState } from './task.ts';
import { writeBatch } from './write-batch.ts';

// Tasks fetched from the store at a time.
const PAGE = 64;

/** What the progress line is told after each commit. */
export interface QueueProgress {
  readonly items: number;
  readonly failures: number;
  /** Of the input: covered, and found by walking it. */
  readonly bytes: number;
  readonly found: number;
}

/** Hands the stored tasks to the pool and commits what comes back, with the progress of the task, at once. */
export class TaskQueue implements PoolOwner {
  readonly #store: CaseStore;
  readonly #onProgress: (done: QueueProgress) => void;
  readonly #running = new Map<number, TaskState>();
  #page: PoolTask[] = [];

  constructor(store: CaseStore, onProgress: (done: QueueProgress) => void) {
    this.#store = store;
    this.#onProgress = onProgress;
  }

  next(): PoolTask | null {
    if (this.#page.length === 0) {
      const tasks = this.#store.pendingTasks(PAGE, new Set(this.#running.keys()));
      // The payload was written by `Outbox.task` or `commit`, never by the leak.
      this.#page = tasks.map((task) => ({ id: task.id, state: task.payload as TaskState }));
    }
    const task = this.#page.shift() ?? null;
    if (task !== null) this.#running.set(task.id, task.state);
    return task;
  }

  commit(batch: Batch): void {
    const state = this.#running.get(batch.id);
    if (state === undefined) return;
    const moved = { ...state, next: batch.next };
    const { role } = state;
    this.#store.transaction(() => {
      writeBatch(this.#store, role, batch);
      if (batch.done) this.#store.finishTask(batch.id);
      else this.#store.updateTask(batch.id, moved);
    });
    if (batch.done) this.#running.delete(batch.id);
    else this.#running.set(batch.id, moved);
    const failures = batch.items.filter((item) => item.failure !== null).length;
    this.#onProgress({ items: batch.items.length, failures, bytes: batch.bytes, found: batch.found });
  }

  unstarted(id: number): void {
    this.#running.delete(id);
  }

  died(id: number, cursor: number, code: 'timeout' | 'crashed', reason: string): void {
    const state = this.#running.get(id);
    if (state === undefined) return;
    this.#running.delete(id);
    const level = levelAfterDeath(state, cursor);
    this.#store.transaction(() => {
      this.#store.log('worker-died', { task: state.task.kind, cursor, code, reason });
      const after = afterDeath(this.#store, state, { at: cursor, code, level }, reason);
      if (after === null) this.#store.finishTask(id);
      else this.#store.updateTask(id, after);
    });
  }
}
