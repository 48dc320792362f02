import { randomUUID } from 'node:crypto';
import { TamisError } from '../../model/index.ts';
import type { Database } from './database.ts';
import { sleep } from './session.ts';

/** First half of the advisory lock's key; the other is the case. Any number that nothing else in the database takes. */
const LOCK = 74_614_003;

/** A second each. By then a server has noticed that the connection is gone (TCP keepalive of the session). */
const RETAKE_TRIES = 60;

/**
 * The lock of who leads a case. Held by a connection, and gone with it: none is ever left to be cleared by hand. A connection
 * that was lost is made again by whatever is asked next, without the lock.
 */
export class LeadLock {
  readonly #database: Database;
  readonly #caseId: number;
  readonly #name: string;
  readonly #self = randomUUID();
  #process = 0;

  constructor(database: Database, caseId: number, name: string) {
    this.#database = database;
    this.#caseId = caseId;
    this.#name = name;
  }

  /** Process of the server behind the connection that took the lock. */
  get process(): number {
    return this.#process;
  }

  /** Throws `case-locked` where another leads. */
  take(): void {
    this.#lock();
    this.#database.query('UPDATE cases SET lead = $2 WHERE case_id = $1', [this.#caseId, this.#self]);
  }

  /**
   * Takes the lock with the connection there is now. The server may take a while to notice that the old one is gone. Throws
   * `case-locked` where another leads, and `db-again` where another has led meanwhile: what was begun is to be begun anew.
   */
  retake(): void {
    for (let tries = 0; ; tries++) {
      try {
        this.#lock();
        break;
      } catch (error) {
        const isHeld = error instanceof TamisError && error.code === 'case-locked';
        if (!isHeld || tries === RETAKE_TRIES) throw error;
        sleep(1000);
      }
    }
    const [last] = this.#database.query('SELECT lead FROM cases WHERE case_id = $1', [this.#caseId]);
    if (last?.lead === this.#self) return;
    this.take();
    throw new TamisError('db-again', {
      en: `Another tamis has sifted into the case "${this.#name}" meanwhile.`,
      fr: `Un autre tamis a trié entre-temps dans le dossier «\u00a0${this.#name}\u00a0».`,
    });
  }

  #lock(): void {
    const [row] = this.#database.query(
      'SELECT pg_try_advisory_lock($1::integer, $2::integer) AS taken, pg_backend_pid() AS process',
      [LOCK, this.#caseId],
    );
    if (row?.taken !== true)
      throw new TamisError('case-locked', {
        en: `Another tamis is sifting into the case "${this.#name}".`,
        fr: `Un autre tamis trie dans le dossier «\u00a0${this.#name}\u00a0».`,
      });
    this.#process = Number(row.process);
  }
}
