import { word } from '../sqlite/row.ts';
import { toTask } from '../sqlite/tasks.ts';
import type { StoredTask } from '../store.ts';
import type { Row } from './database.ts';
import type { Session } from './session.ts';

export interface LeasedTask extends StoredTask {
  /** Commits to it so far: a commit whose answer was lost is told from one that never was by this. */
  readonly version: number;
  /** Processes that ended while they held it, since it last got on. */
  readonly deaths: number;
  /** The cursor at which the last of them did, when it went item by item. */
  readonly diedAt: number | null;
  /** To be read item by item, so that the next death names the item. */
  readonly careful: boolean;
}

export interface WorkerState {
  readonly worker: string;
  readonly host: string;
  readonly pid: number;
  readonly jobs: number;
  /** `passes`: it does pieces of the passes over the whole leak. */
  readonly state: 'reading' | 'passes' | 'waiting' | 'ended';
  /** Bytes of memory of the process. */
  readonly memory: number;
}

export interface WorkerRow extends WorkerState {
  /** ISO 8601. */
  readonly started: string;
  readonly seen: string;
  /** Seconds since it was seen, by the clock of the server. */
  readonly silent: number;
  readonly seconds: number;
  readonly commits: number;
  readonly items: number;
  readonly failures: number;
  readonly bytes: number;
  readonly tasks: number;
}

const LEASED = 'id, key, kind, payload, attempts, version, deaths, died_at, careful';

/**
 * Tasks as many workers share them. A worker takes tasks for a time and renews that time while it lives; when it is
 * silent for longer, another takes them, and counts a death.
 */
export class Leases {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  /**
   * Takes the oldest task that nobody holds, for so many seconds, while this reading is on. Two who ask at once never
   * wait for each other.
   */
  claim(worker: string, reading: number, seconds: number): readonly LeasedTask[] {
    return this.#session.unnoticed(() =>
      this.#session
        .read(
          `WITH free AS (
             SELECT id FROM tasks WHERE case_id = $1 AND NOT done AND (holder IS NULL OR until < clock_timestamp())
               AND EXISTS (SELECT FROM settings WHERE case_id = $1 AND name = 'reading' AND value = $4)
             ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED
           )
           UPDATE tasks t SET
             attempts = attempts + 1,
             careful = careful OR holder IS NOT NULL,
             deaths = CASE
               WHEN holder IS NULL THEN deaths
               -- Elsewhere than the last time: that one was not to blame. The first death has no place.
               WHEN careful AND died_at IS DISTINCT FROM version THEN 2
               ELSE deaths + 1 END,
             died_at = CASE WHEN holder IS NOT NULL AND careful THEN version ELSE died_at END,
             holder = $2::uuid, until = clock_timestamp() + make_interval(secs => $3)
           FROM free WHERE t.case_id = $1 AND t.id = free.id RETURNING ${LEASED.replace(/\w+/g, 't.$&')}`,
          [worker, seconds, String(reading)],
        )
        .map(toLeased)
        .sort((a, b) => a.id - b.id),
    );
  }

  /** Renews what a worker holds, and tells which tasks it has lost meanwhile. */
  renew(state: WorkerState, held: readonly number[], seconds: number): ReadonlySet<number> {
    return this.#session.unnoticed(() => {
      const kept = this.#session.read(
        `UPDATE tasks SET until = clock_timestamp() + make_interval(secs => $4)
         WHERE case_id = $1 AND id = ANY ($3::bigint[]) AND holder = $2::uuid AND NOT done RETURNING id`,
        [state.worker, held, seconds],
      );
      this.report(state);
      const ids = new Set(kept.map((row) => Number(row.id)));
      return new Set(held.filter((id) => !ids.has(id)));
    });
  }

  /** Gives back what was taken and not begun. */
  release(worker: string, ids: readonly number[]): void {
    this.#session.unnoticed(() =>
      this.#session.write(
        `UPDATE tasks SET holder = NULL, until = NULL WHERE case_id = $1 AND id = ANY ($3::bigint[]) AND holder = $2::uuid`,
        [worker, ids],
      ),
    );
  }

  /**
   * In the transaction of a commit, before all else: `ours` to go on, `done` when this very commit was made before and
   * only its answer was lost, `lost` when the task is somebody else's now.
   */
  check(worker: string, id: number, version: number): 'ours' | 'done' | 'lost' {
    const row = this.#session.one(
      'SELECT holder, version FROM tasks WHERE case_id = $1 AND id = $2 FOR UPDATE',
      [id],
    );
    if (row === undefined) return 'lost';
    if (Number(row.version) === version + 1 && (row.holder === worker || row.holder === null)) return 'done';
    return row.holder === worker && Number(row.version) === version ? 'ours' : 'lost';
  }

  /** The task got on: its payload, and that nobody has died since. */
  advance(id: number, payload: unknown, isDone: boolean): void {
    this.#session.write(
      `UPDATE tasks SET version = version + 1, deaths = least(deaths, 1), done = $3,
         payload = CASE WHEN $3 AND kind <> 'container' THEN 'null' ELSE $4 END,
         holder = CASE WHEN $3 THEN NULL ELSE holder END
       WHERE case_id = $1 AND id = $2`,
      [id, isDone, JSON.stringify(payload)],
    );
  }

  /** As `advance`, after a death: how many there were is kept. */
  mend(id: number, payload: unknown, isDone: boolean): void {
    this.#session.write(
      `UPDATE tasks SET version = version + 1, died_at = version + 1, done = $3, payload = $4,
         holder = CASE WHEN $3 THEN NULL ELSE holder END
       WHERE case_id = $1 AND id = $2`,
      [id, isDone, JSON.stringify(payload)],
    );
  }

  /** Tasks that this reading has still to do, whoever holds them. */
  left(reading: number): number {
    const row = this.#session.one(
      `SELECT count(*) AS pending FROM tasks WHERE case_id = $1 AND NOT done
         AND EXISTS (SELECT FROM settings WHERE case_id = $1 AND name = 'reading' AND value = $2)`,
      [String(reading)],
    );
    return Number(row?.pending);
  }

  /** A sign of life. */
  report({ worker, host, pid, jobs, state, memory }: WorkerState): void {
    this.#session.unnoticed(() =>
      this.#session.write(
        `INSERT INTO workers (case_id, worker, host, pid, jobs, state, memory) VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (case_id, worker)
         DO UPDATE SET seen = clock_timestamp(), state = excluded.state, memory = excluded.memory`,
        [worker, host, pid, jobs, state, memory],
      ),
    );
  }

  /** Adds to what a worker has done, in the transaction that does it. */
  count(worker: string, items: number, failures: number, bytes: number): void {
    this.#session.write(
      `UPDATE workers SET commits = commits + 1, items = items + $3, failures = failures + $4, bytes = bytes + $5,
         seen = clock_timestamp() WHERE case_id = $1 AND worker = $2::uuid`,
      [worker, items, failures, bytes],
    );
  }

  workers(): readonly WorkerRow[] {
    return this.#session
      .read(
        `SELECT w.*, to_char(w.started AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS began,
           to_char(w.seen AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS last,
           extract(epoch FROM clock_timestamp() - w.seen)::float8 AS silent,
           extract(epoch FROM w.seen - w.started)::float8 AS seconds,
           (SELECT count(*) FROM tasks t WHERE t.case_id = w.case_id AND t.holder = w.worker AND NOT t.done) AS tasks
         FROM workers w WHERE w.case_id = $1 ORDER BY w.started, w.worker`,
      )
      .map(toWorker);
  }
}

function toLeased(row: Row): LeasedTask {
  return {
    ...toTask(row),
    version: Number(row.version),
    deaths: Number(row.deaths),
    diedAt: row.died_at === null ? null : Number(row.died_at),
    careful: row.careful === true,
  };
}

function toWorker(row: Row): WorkerRow {
  return {
    worker: String(row.worker),
    host: String(row.host),
    pid: Number(row.pid),
    jobs: Number(row.jobs),
    state: word(row, 'state'),
    memory: Number(row.memory),
    started: String(row.began),
    seen: String(row.last),
    silent: Number(row.silent),
    seconds: Number(row.seconds),
    commits: Number(row.commits),
    items: Number(row.items),
    failures: Number(row.failures),
    bytes: Number(row.bytes),
    tasks: Number(row.tasks),
  };
}
