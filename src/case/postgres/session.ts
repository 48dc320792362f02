import { randomUUID } from 'node:crypto';
import { TamisError } from '../../model/index.ts';
import type { Database, Notices, Parameter, Row, Statement } from './database.ts';

export interface SessionOptions {
  readonly readOnly: boolean;
  /** Milliseconds for which a lost connection is tried again before a read fails. */
  readonly patienceMs: number;
  /** Of who alone may lead: what the lock on the case hangs on. */
  readonly lead?: Lead;
}

/** The lock of a lead, which is its connection's (`lead-lock.ts`). */
export interface Lead {
  /** Process of the server behind the connection that took the lock. */
  readonly process: number;
  /** Takes the lock with the connection there is now. Throws `case-locked`, `db-again`. */
  retake(): void;
}

// Between two tries of a database that is away.
const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 2000;

/** Deadlocks come in pairs; a row of them is an error of ours. */
const MOST_REPEATS = 8;

/** `work`: something may be taken. `done`: what was asked for may be there. */
export type Topic = 'work' | 'done';

type Purpose = 'write' | 'unnoticed' | 'snapshot';

/**
 * A connection as one case uses it. Writes of a transaction are gathered and sent together, before the next read or
 * with the COMMIT: a batch costs a handful of hand-overs, not one for each statement.
 */
export class Session {
  readonly caseId: number;
  readonly #database: Database;
  readonly #options: SessionOptions;
  readonly #writer = randomUUID();
  #waiting: Statement[] = [];
  #writing = false;

  constructor(database: Database, caseId: number, options: SessionOptions) {
    this.#database = database;
    this.caseId = caseId;
    this.#options = options;
  }

  get isWriting(): boolean {
    return this.#writing;
  }

  close(): void {
    this.#database.close();
  }

  /** Rows of a query. `$1` is the case. Outside of transactions a lost connection is tried again. */
  read(sql: string, parameters: readonly Parameter[] = []): readonly Row[] {
    return this.#answer({ sql, parameters: [this.caseId, ...parameters] });
  }

  /**
   * As `read`, planned for the tables as they are now. The plan of any other statement is kept, also where it was made when the
   * tables were empty.
   */
  readAnew(sql: string, parameters: readonly Parameter[]): readonly Row[] {
    return this.#answer({ sql, parameters: [this.caseId, ...parameters], anew: true });
  }

  one(sql: string, parameters: readonly Parameter[] = []): Row | undefined {
    return this.read(sql, parameters)[0];
  }

  /** Of what this process listens to. */
  get notices(): Notices {
    return this.#database.notices;
  }

  /** Counts what others tell of this case by `tell`. */
  listen(what: Topic): void {
    patiently(this.#options.patienceMs, () => this.#database.listen(channelOf(what, this.caseId)));
  }

  /** Tells who listens, when the open transaction is committed; once, however often it is said. */
  tell(what: Topic): void {
    this.write(`SELECT pg_notify('${channelOf(what, '')}' || $1::integer, '')`);
  }

  /** Upkeep of the tables, outside of a transaction and without an answer. */
  maintain(sql: string): void {
    patiently(this.#options.patienceMs, () => this.#database.script(sql));
  }

  /** A write of the open transaction. `$1` is the case. */
  write(sql: string, parameters: readonly Parameter[] = []): void {
    if (!this.#writing) throw new TamisError('no-transaction', 'Writes belong in a transaction.');
    this.#waiting.push({ sql, parameters: [this.caseId, ...parameters] });
  }

  /** Runs a write in the transaction that is open, or in one of its own. */
  inTransaction<T>(work: () => T): T {
    if (this.#writing) return work();
    if (this.#options.readOnly)
      throw new TamisError('case-read-only', {
        en: 'This case was opened for reading.',
        fr: 'Ce dossier a été ouvert en lecture.',
      });
    return this.#begin(work);
  }

  /** One short write of a reader: what it did belongs in the custody log too. */
  asReader<T>(work: () => T): T {
    return this.#writing ? work() : this.#begin(work);
  }

  /**
   * A transaction that changes nothing of what a case says: who works on what, and is alive. Readers need not look again,
   * as they would each second that a worker asks for something to do.
   */
  unnoticed<T>(work: () => T): T {
    return this.#writing ? work() : this.#begin(work, 'unnoticed');
  }

  /** Reads in `work` see the case as it is now, whatever others write meanwhile. */
  inSnapshot<T>(work: () => T): T {
    return this.#begin(work, 'snapshot');
  }

  #answer(statement: Statement): readonly Row[] {
    const run = () => this.#database.run([...this.#taken(), statement]).at(-1) ?? [];
    return this.#writing ? run() : patiently(this.#options.patienceMs, run);
  }

  #begin<T>(work: () => T, as: Purpose = 'write'): T {
    const { lead } = this.#options;
    try {
      return this.#transaction(work, as);
    } catch (error) {
      if (lead === undefined || !(error instanceof OtherConnection)) throw error;
    }
    lead.retake();
    return this.#transaction(work, as);
  }

  #transaction<T>(work: () => T, as: Purpose): T {
    this.#writing = true;
    this.#waiting = [{ sql: 'BEGIN', parameters: [] }];
    if (as === 'snapshot')
      this.#waiting.push({ sql: 'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ', parameters: [] });
    try {
      if (as === 'write') this.#checkLock();
      const result = work();
      if (as === 'write' && !this.#options.readOnly) this.#countWrite();
      this.#database.run([...this.#taken(), { sql: 'COMMIT', parameters: [] }]);
      return result;
    } catch (error) {
      this.#rollBack();
      throw error;
    } finally {
      this.#writing = false;
      this.#waiting = [];
    }
  }

  /**
   * A connection that was lost is made again by whatever is asked next, without the lock: another may have taken it and lead.
   * Asked within the transaction, so that it is of this connection.
   */
  #checkLock(): void {
    const { lead } = this.#options;
    if (lead === undefined) return;
    const row = this.one('SELECT pg_backend_pid() AS process WHERE $1::integer IS NOT NULL');
    if (row?.process !== lead.process) throw new OtherConnection();
  }

  #countWrite(): void {
    this.write(
      `INSERT INTO writers VALUES ($1, $2, 1) ON CONFLICT (case_id, writer) DO UPDATE SET writes = writers.writes + 1`,
      [this.#writer],
    );
  }

  #rollBack(): void {
    try {
      this.#database.script('ROLLBACK');
    } catch {
      // The connection is gone, and the transaction with it.
    }
  }

  #taken(): readonly Statement[] {
    const taken = this.#waiting;
    this.#waiting = [];
    return taken;
  }
}

function channelOf(what: Topic, caseId: number | ''): string {
  return `tamis_${what}_${caseId}`;
}

class OtherConnection extends Error {}

/** Repeats what failed because the connection was lost. */
export function patiently<T>(patienceMs: number, work: () => T): T {
  const end = performance.now() + patienceMs;
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    try {
      return work();
    } catch (error) {
      if (!isLost(error) || performance.now() + wait > end) throw error;
      sleep(wait);
    }
  }
}

/** Repeats a transaction that was lost with the connection, or that the server asks to repeat. `work` runs from its start. */
export function repeatedly<T>(patienceMs: number, work: () => T): T {
  for (let tries = 1; ; tries++) {
    try {
      return patiently(patienceMs, work);
    } catch (error) {
      if (!(error instanceof TamisError) || error.code !== 'db-again' || tries === MOST_REPEATS) throw error;
      sleep(FIRST_WAIT_MS * tries * Math.random());
    }
  }
}

export function isLost(error: unknown): boolean {
  return error instanceof TamisError && error.code === 'db-lost';
}

export function sleep(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
