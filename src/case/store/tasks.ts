/**
 * A unit of work of the pipeline. The key is unique for ever: adding a task whose key is known, pending or
 * done, changes nothing, so a half-done or repeated step cannot double anything.
 */
export interface NewTask {
  readonly key: string;
  readonly kind: string;
  /** Plain JSON. */
  readonly payload: unknown;
}

export interface StoredTask extends NewTask {
  readonly id: number;
  /** How often it was started without ending: a poison task is set aside. */
  readonly attempts: number;
}

/** The queue of a sift: what is to be done, what was begun, what is done. */
export interface TaskStore {
  addTasks(tasks: readonly NewTask[]): void;
  /** Oldest pending tasks not in `except` (those already running), at most `limit`. */
  pendingTasks(limit: number, except: ReadonlySet<number>): readonly StoredTask[];
  countTasks(): { readonly pending: number; readonly done: number };
  updateTask(id: number, payload: unknown): void;
  countAttempt(id: number): void;
  finishTask(id: number): void;
  /** A task by its key while its payload is kept: pending ones, and finished ones of the kind `container`. */
  findTask(key: string): StoredTask | null;
  /** Makes a finished task pending again: a password has come for what it could not open. */
  reopenTask(id: number, payload: unknown): void;
}
