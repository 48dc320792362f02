import { setFlagsFromString } from 'node:v8';
import { TamisError } from '../model/index.ts';
import type { Batch, FromWorker, WorkerSetup } from './protocol.ts';
import { type PoolTask, Seat } from './seat.ts';

export type { PoolTask };

/** What the pool needs of its owner. All calls come from the main thread, one after the other. */
export interface PoolOwner {
  /** The next task that is not running, or null when none is pending now. */
  next(): PoolTask | null;
  /** Results to commit, durably, before the call returns. */
  commit(batch: Batch): void;
  /** The worker of this task died or hung at `cursor`; afterwards the task is pending again, or set aside. */
  died(id: number, cursor: number, code: 'timeout' | 'crashed', reason: string): void;
  /** The worker of this task never came up; the task is pending as it was. */
  unstarted(id: number): void;
  /** Whether tasks may still come from elsewhere when there are none now: then the pool asks again, and does not end. */
  waits?(): boolean;
  /** What it gives is held against others meanwhile: it is asked only when a thread is ready. It `waits`, too. */
  readonly holds?: true;
}

export interface PoolOptions extends Omit<WorkerSetup, 'pulse'> {
  readonly jobs: number;
  readonly signal: AbortSignal;
  /** Another entry for the worker threads; the tests have one that misbehaves. */
  readonly workerEntry?: URL;
}

// A worker that hangs is noticed within this time after its limit.
const WATCH_MS = 500;
// Threads that cannot even load their code: a broken installation, or no memory left.
const MOST_FAILED_STARTS = 3;
// V8 lets the halves of a young generation grow from 1 MB, and only as far as much survives in it: messages leave little
// behind, so that it stayed small and was collected thousands of times (docs/decisions/0396).
const FIRST_HALF_MB = 16;

/**
 * Runs tasks on worker threads until none is left. A worker that does not move for `limits.itemMs`, throws or
 * runs out of its memory is replaced; what it was reading is reported to the owner with the exact item.
 */
export async function runPool(owner: PoolOwner, options: PoolOptions): Promise<void> {
  // For threads made from now on; there is no such option for one of them.
  setFlagsFromString(`--min-semi-space-size=${FIRST_HALF_MB}`);
  const pool = new Pool(owner, options);
  try {
    await pool.run();
  } finally {
    await pool.stop();
  }
}

class Pool {
  readonly #owner: PoolOwner;
  readonly #options: PoolOptions;
  readonly #seats = new Set<Seat>();
  #settle: { resolve: () => void; reject: (error: unknown) => void } | null = null;
  #stopping = false;
  #failedStarts = 0;
  #lastWatch = performance.now();

  constructor(owner: PoolOwner, options: PoolOptions) {
    this.#owner = owner;
    this.#options = options;
  }

  async run(): Promise<void> {
    const watch = setInterval(() => this.#watch(), WATCH_MS);
    const onAbort = () =>
      this.#fail(
        new TamisError('interrupted', {
          en: 'Interrupted. Run sift again to go on.',
          fr: 'Interrompu. Relancez sift pour continuer.',
        }),
      );
    this.#options.signal.addEventListener('abort', onAbort);
    try {
      await new Promise<void>((resolve, reject) => {
        this.#settle = { resolve, reject };
        if (this.#options.signal.aborted) onAbort();
        this.#feed();
        // Threads take a third of a second to load their code: the others do so while the first task is cut up.
        while (!this.#stopping && this.#seats.size > 0 && this.#seats.size < this.#options.jobs) this.#seat();
      });
    } finally {
      clearInterval(watch);
      this.#options.signal.removeEventListener('abort', onAbort);
    }
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await Promise.all([...this.#seats].map((seat) => seat.end()));
  }

  /** Gives work to idle workers, starts more of them while there is more work, and ends when all is done. */
  #feed(): void {
    if (this.#stopping) return;
    for (const seat of this.#seats) {
      if (seat.task === null && this.#mayTake(seat) && !this.#give(seat)) break;
    }
    const idle = [...this.#seats].some((seat) => seat.task === null);
    if (!idle && this.#seats.size < this.#options.jobs) this.#grow();
    if ([...this.#seats].every((seat) => seat.task === null) && this.#owner.waits?.() !== true)
      this.#settle?.resolve();
  }

  #give(seat: Seat): boolean {
    const task = this.#owner.next();
    if (task === null) return false;
    seat.run(task);
    return true;
  }

  /**
   * Where others take tasks too, one that is held while a thread loads its code would be blamed for the death of a
   * process that had not begun it.
   */
  #mayTake(seat: Seat): boolean {
    return seat.ready || this.#owner.holds === undefined;
  }

  #grow(): void {
    if (this.#owner.holds) {
      if (this.#owner.waits?.() === true) this.#seat();
      return;
    }
    const task = this.#owner.next();
    if (task === null) return;
    this.#seat().run(task);
    this.#feed();
  }

  /** Starts a thread, which has no task yet. */
  #seat(): Seat {
    const { jobs: _jobs, signal: _signal, workerEntry = WORKER_ENTRY, ...setup } = this.#options;
    const seat = new Seat(setup, workerEntry, {
      onMessage: (from, message) => this.#guard(() => this.#hear(from, message)),
      onGone: (from, reason) => this.#guard(() => this.#lose(from, 'crashed', reason)),
    });
    this.#seats.add(seat);
    return seat;
  }

  #hear(seat: Seat, message: FromWorker): void {
    if (message.type === 'ready') {
      seat.ready = true;
      this.#failedStarts = 0;
      if (this.#owner.holds) this.#feed();
    }
    if (message.type === 'case-trouble') throw new TamisError(message.code, message.message);
    if (message.type === 'ready' || !this.#seats.has(seat)) return;
    this.#owner.commit(message);
    if (message.done) seat.task = null;
    seat.acknowledge();
    if (message.done || message.tasks.length > 0) this.#feed();
  }

  #watch(): void {
    const now = performance.now();
    // This thread was held up, by a database that was away: so were all that wait for it.
    if (now - this.#lastWatch > 2 * WATCH_MS) for (const seat of this.#seats) seat.excuse(now);
    this.#lastWatch = now;
    if (this.#owner.waits !== undefined) this.#guard(() => this.#feed());
    for (const seat of this.#seats) {
      if (seat.stillFor(now) > this.#options.limits.itemMs)
        this.#guard(() => this.#lose(seat, 'timeout', `no progress in ${this.#options.limits.itemMs} ms`));
    }
  }

  #lose(seat: Seat, code: 'timeout' | 'crashed', reason: string): void {
    if (this.#stopping || !this.#seats.delete(seat)) return;
    const { cursor } = seat;
    void seat.end();
    if (!seat.ready && ++this.#failedStarts >= MOST_FAILED_STARTS) {
      throw new TamisError('worker-failed', {
        en: `worker threads do not start: ${reason}`,
        fr: `les fils de travail ne démarrent pas\u00a0: ${reason}`,
      });
    }
    if (seat.task !== null && seat.ready) this.#owner.died(seat.task.id, cursor, code, reason);
    else if (seat.task !== null) this.#owner.unstarted(seat.task.id);
    this.#feed();
  }

  /** An error of the owner (a full disk, say) ends the run; it must not vanish in an event handler. */
  #guard(work: () => void): void {
    if (this.#stopping) return;
    try {
      work();
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    this.#stopping = true;
    this.#settle?.reject(error);
  }
}

/** `worker.ts` in development, `worker.js` in the package. */
const WORKER_ENTRY = new URL(
  import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js',
  import.meta.url,
);
