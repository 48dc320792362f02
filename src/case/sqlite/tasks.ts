import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { NewTask, StoredTask } from '../store.ts';
import { integer, json, type Row, text } from './row.ts';

/** The queue of the pipeline. A task's key stays for ever, so nothing that was done is done again. */
export class Tasks {
  readonly #add: StatementSync;
  readonly #pending: StatementSync;
  readonly #count: StatementSync;
  readonly #update: StatementSync;
  readonly #attempt: StatementSync;
  readonly #finish: StatementSync;
  readonly #find: StatementSync;
  readonly #reopen: StatementSync;

  constructor(database: DatabaseSync) {
    this.#add = database.prepare('INSERT OR IGNORE INTO tasks (key, kind, payload) VALUES (?, ?, ?)');
    this.#pending = database.prepare(
      'SELECT id, key, kind, payload, attempts FROM tasks WHERE done = 0 ORDER BY id LIMIT ?',
    );
    this.#count = database.prepare(
      'SELECT (SELECT count(*) FROM tasks WHERE done = 0) AS pending, (SELECT count(*) FROM tasks) AS every',
    );
    this.#update = database.prepare('UPDATE tasks SET payload = ? WHERE id = ?');
    this.#attempt = database.prepare('UPDATE tasks SET attempts = attempts + 1 WHERE id = ?');
    // A finished container may be opened again with a password that comes later; the rest is done for good.
    this.#finish = database.prepare(
      `UPDATE tasks SET done = 1, payload = iif(kind = 'container', payload, 'null') WHERE id = ?`,
    );
    this.#find = database.prepare(
      `SELECT id, key, kind, payload, attempts FROM tasks WHERE key = ? AND payload <> 'null'`,
    );
    this.#reopen = database.prepare('UPDATE tasks SET done = 0, payload = ? WHERE id = ?');
  }

  add(tasks: readonly NewTask[]): void {
    for (const { key, kind, payload } of tasks) this.#add.run(key, kind, JSON.stringify(payload));
  }

  pending(limit: number, except: ReadonlySet<number>): readonly StoredTask[] {
    const tasks: StoredTask[] = [];
    for (const row of this.#pending.all(limit + except.size)) {
      const id = integer(row, 'id');
      if (except.has(id) || tasks.length === limit) continue;
      tasks.push(toTask(row));
    }
    return tasks;
  }

  count(): { readonly pending: number; readonly done: number } {
    const row = this.#count.get() ?? {};
    const pending = integer(row, 'pending');
    return { pending, done: integer(row, 'every') - pending };
  }

  update(id: number, payload: unknown): void {
    this.#update.run(JSON.stringify(payload), id);
  }

  find(key: string): StoredTask | null {
    const row = this.#find.get(key);
    return row === undefined ? null : toTask(row);
  }

  reopen(id: number, payload: unknown): void {
    this.#reopen.run(JSON.stringify(payload), id);
  }

  countAttempt(id: number): void {
    this.#attempt.run(id);
  }

  /** The payload goes: it was only needed to run the task. */
  finish(id: number): void {
    this.#finish.run(id);
  }
}

/** A row of the queue. */
export function toTask(row: Row): StoredTask {
  return {
    id: integer(row, 'id'),
    key: text(row, 'key'),
    kind: text(row, 'kind'),
    payload: json(row, 'payload'),
    attempts: integer(row, 'attempts'),
  };
}
