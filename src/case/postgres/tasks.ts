import { createHash } from 'node:crypto';
import { toTask } from '../sqlite/tasks.ts';
import type { NewTask, StoredTask } from '../store.ts';
import { OF_CASE } from './place.ts';
import type { Session } from './session.ts';

/** The queue of the pipeline, as the one writer of a case sees it; leases are in leases.ts. */
export class Tasks {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  add(tasks: readonly NewTask[]): void {
    if (tasks.length === 0) return;
    this.#session.write(
      `INSERT INTO tasks (case_id, key, key_hash, kind, payload)
       SELECT $1, * FROM unnest($2::text[], $3::text[], $4::text[], $5::text[]) ON CONFLICT DO NOTHING`,
      [
        tasks.map((task) => task.key),
        tasks.map((task) => hashOf(task.key)),
        tasks.map((task) => task.kind),
        tasks.map((task) => JSON.stringify(task.payload)),
      ],
    );
  }

  pending(limit: number, except: ReadonlySet<number>): readonly StoredTask[] {
    return this.#session
      .read(
        `SELECT id, key, kind, payload, attempts FROM tasks
         WHERE case_id = $1 AND NOT done AND id <> ALL ($2::bigint[]) ORDER BY id LIMIT $3`,
        [[...except], limit],
      )
      .map(toTask);
  }

  count(): { readonly pending: number; readonly done: number } {
    const row = this.#session.one(
      `SELECT count(*) FILTER (WHERE NOT done) AS pending, count(*) FILTER (WHERE done) AS done
       FROM tasks WHERE case_id = $1`,
    );
    return { pending: Number(row?.pending), done: Number(row?.done) };
  }

  update(id: number, payload: unknown): void {
    this.#session.write('UPDATE tasks SET payload = $3 WHERE case_id = $1 AND id = $2', [
      id,
      JSON.stringify(payload),
    ]);
  }

  countAttempt(id: number): void {
    this.#session.write('UPDATE tasks SET attempts = attempts + 1 WHERE case_id = $1 AND id = $2', [id]);
  }

  /** The payload goes but for containers, which may be opened again with a password that comes later. */
  finish(id: number): void {
    this.#session.write(
      `UPDATE tasks SET done = true, payload = CASE WHEN kind = 'container' THEN payload ELSE 'null' END
       WHERE case_id = $1 AND id = $2`,
      [id],
    );
  }

  find(key: string): StoredTask | null {
    const row = this.#session.one(
      `SELECT id, key, kind, payload, attempts FROM tasks WHERE case_id = ${OF_CASE} AND key_hash = $2 AND payload <> 'null'`,
      [hashOf(key)],
    );
    return row === undefined ? null : toTask(row);
  }

  reopen(id: number, payload: unknown): void {
    this.#session.write('UPDATE tasks SET done = false, payload = $3 WHERE case_id = $1 AND id = $2', [
      id,
      JSON.stringify(payload),
    ]);
  }
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
