import { prepareItem } from '../case/prepare.ts';
import type { CaseStore } from '../case/store.ts';
import type { Failure } from '../model/index.ts';
import { giveUp } from './given-up.ts';
import type { PoolOwner, PoolTask } from './pool.ts';
import type { Batch } from './protocol.ts';
import type { Poison, TaskState } from './task.ts';

// Tasks fetched from the store at a time.
const PAGE = 64;
/** After this many deaths at one cursor even the hash cannot be had: the task ends there. */
const MOST_DEATHS = 3;

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
      this.#store.addItems(batch.items);
      this.#store.addSources(batch.sources);
      this.#store.addTasks(batch.tasks);
      for (const { path, counts } of batch.children) this.#store.addChildren(role, path, counts);
      for (const { path, status, failure } of batch.failures)
        this.#store.setFailure(role, path, status, failure);
      for (const { path, remarks } of batch.remarks) this.#store.addRemarks(role, path, remarks);
      for (const { row, signatures } of batch.signatures) this.#store.setSignatures(row, signatures);
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
      if (level > MOST_DEATHS) this.#giveUp(id, state, cursor, { code, detail: deathDetail(reason) });
      else this.#store.updateTask(id, { ...state, poison: withPoison(state, { at: cursor, code, level }) });
    });
  }

  #giveUp(id: number, state: TaskState, cursor: number, failure: Failure): void {
    const given = giveUp(state.task, cursor, failure);
    if (given.type === 'item') {
      this.#store.addItems([prepareItem(state.role, given.record)]);
      this.#store.updateTask(id, { ...state, next: given.next });
    } else {
      if (given.path !== '') this.#store.setFailure(state.role, given.path, 'partial', failure);
      this.#store.finishTask(id);
    }
  }
}

function deathDetail(reason: string): string {
  return `Its worker ended ${MOST_DEATHS} times at the same place (${reason}).`;
}

function withPoison(state: TaskState, poison: Poison): readonly Poison[] {
  return [...state.poison.filter((each) => each.at !== poison.at), poison];
}

/** A container that cannot even be opened is given up at the second attempt: there is nothing smaller to try. */
function levelAfterDeath(state: TaskState, cursor: number): number {
  const before = state.poison.find((each) => each.at === cursor)?.level ?? 0;
  return cursor < 0 && before === 0 ? 2 : before + 1;
}
