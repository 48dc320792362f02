import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PostgresCase } from './case/postgres/case.ts';
import type { WorkerState } from './case/postgres/leases.ts';
import { repeatedly } from './case/postgres/session.ts';
import { PART_LEASE_SECONDS, PartWorker } from './conclude/parts/part-worker.ts';
import { type Limits, TamisError } from './model/index.ts';
import { LeasedOcr } from './pipeline/leased-ocr.ts';
import { LeasedQueue, type WorkerEvent, workerState } from './pipeline/leased-queue.ts';
import { readFrom } from './pipeline/ocr-pass.ts';
import { runPool } from './pipeline/pool.ts';
import type { QueueProgress } from './pipeline/queue.ts';
import { computeDivisor } from './pipeline/shared-divisors.ts';
import { currentRun, type SharedRun } from './pipeline/shared-run.ts';
import { SHARED_WORKER } from './shared-case.ts';
import { SpreadDoer } from './shared-spread.ts';

/** A restart of the database, or a cable that is found and plugged in again. */
export const WORKER_PATIENCE_MS = 300_000;

/** Between two looks whether there is something to do, where the database tells nothing of it. */
const FIRST_LOOK_MS = 50;
const LONGEST_LOOK_MS = 1000;

export type PartEvent =
  | { readonly type: 'part-done'; readonly part: string; readonly ms: number }
  | { readonly type: 'part-failed'; readonly reason: string };

export interface WorkOptions {
  readonly jobs: number;
  readonly signal: AbortSignal;
  /** Bounds of this machine, where they are tighter than those of the sift. */
  readonly workerMb?: number;
  /** Ends when a reading that it took part in, or found, has ended. */
  readonly once: boolean;
  readonly patienceMs: number;
  readonly onEvent: (
    event: WorkerEvent | PartEvent | { readonly type: 'reading' | 'passes' | 'waiting' },
  ) => void;
  readonly onProgress: (done: QueueProgress) => void;
  readonly workerEntry?: URL;
}

/** Works on a shared case until the signal fires: reads while a sift is on, does pieces of its passes, and waits. */
export async function work(store: PostgresCase, options: WorkOptions): Promise<void> {
  const { signal, patienceMs } = options;
  const self = new Self(store, options);
  const parts = new PartWorker(store, {
    worker: self.worker,
    as: 'worker',
    leaseSeconds: PART_LEASE_SECONDS,
    patienceMs,
  });
  const posts = new SpreadDoer(store, { worker: self.worker, as: 'worker', patienceMs });
  store.listen('work');
  for (let idle = 0; !signal.aborted; idle++) {
    const { seen } = store.notices;
    const run = repeatedly(patienceMs, () => currentRun(store));
    if (run !== null) {
      if (self.reads(run.number)) idle = 0;
      await read(store, self.worker, run, options);
    } else if (doPart(() => parts.doOne() ?? posts.doOne(), options.onEvent)) {
      self.is('passes');
      idle = 0;
      // Between two pieces, so that Ctrl-C and the metrics are heard.
      await nextTurn();
      continue;
    } else if (await readPictures(store, self, options)) idle = 0;
    else if (await computesKey(store, self, options)) idle = 0;
    else if (options.once && repeatedly(patienceMs, () => store.setting('concluded')) === 'yes') return;
    else self.is('waiting');
    // Nothing was left to take; the sift may not have noticed yet.
    await store.notices.soon(seen, pauseMs(idle), signal);
  }
}

/** What this worker is, to the database and in the log: one, whatever it does. */
class Self {
  readonly worker = randomUUID();
  readonly #store: PostgresCase;
  readonly #options: WorkOptions;
  #state: WorkerState['state'] | null = null;
  #run = 0;

  constructor(store: PostgresCase, options: WorkOptions) {
    this.#store = store;
    this.#options = options;
  }

  /** True the first time for each reading. What it does there it tells the database itself. */
  reads(run: number): boolean {
    const isNew = this.#run !== run;
    if (isNew) this.#options.onEvent({ type: 'reading' });
    this.#run = run;
    this.#state = 'reading';
    return isNew;
  }

  is(state: 'passes' | 'waiting'): void {
    const { jobs, patienceMs, onEvent } = this.#options;
    if (state === this.#state && state === 'waiting') return;
    // After each piece it shows that it is alive.
    repeatedly(patienceMs, () => this.#store.leases.report(workerState(this.worker, jobs, state)));
    if (state !== this.#state) onEvent({ type: state });
    this.#state = state;
  }
}

async function read(
  store: PostgresCase,
  worker: string,
  run: SharedRun,
  { signal, jobs, patienceMs, onEvent, onProgress, workerMb, workerEntry = SHARED_WORKER }: WorkOptions,
): Promise<void> {
  const queue = new LeasedQueue(store, { worker, run, jobs, patienceMs, onEvent, onProgress });
  try {
    await runPool(queue, {
      caseDirectory: store.directory,
      limits: boundedLimits(run.limits, workerMb),
      passwords: run.passwords,
      keys: repeatedly(patienceMs, () => store.keys()),
      now: run.now,
      jobs,
      signal,
      workerEntry,
    });
  } finally {
    queue.end('waiting');
  }
}

/** Computes for a recovery of keys that is on. Returns whether there was anything to compute. */
async function computesKey(store: PostgresCase, self: Self, options: WorkOptions): Promise<boolean> {
  const { signal, patienceMs, onEvent } = options;
  const about = { worker: self.worker, as: 'worker', leaseSeconds: PART_LEASE_SECONDS, patienceMs } as const;
  const started = performance.now();
  try {
    if (!(await computeDivisor(store, about, signal))) return false;
    self.is('passes');
    onEvent({ type: 'part-done', part: 'divisor', ms: Math.round(performance.now() - started) });
  } catch (error) {
    const code = error instanceof TamisError ? error.code : 'crashed';
    if (code.startsWith('db-') || code === 'interrupted') throw error;
    onEvent({ type: 'part-failed', reason: code });
  }
  return true;
}

/** Reads pictures for a sift with --ocr, until none is free. Returns whether there were any. */
async function readPictures(store: PostgresCase, self: Self, options: WorkOptions): Promise<boolean> {
  const { jobs, signal, patienceMs, workerMb, workerEntry = SHARED_WORKER } = options;
  const offered = repeatedly(patienceMs, () => LeasedOcr.offered(store));
  if (offered === null) return false;
  self.is('passes');
  const about = { worker: self.worker, leaseSeconds: PART_LEASE_SECONDS, patienceMs, isLead: false };
  const source = new LeasedOcr(store, about);
  const setup = { caseDirectory: store.directory, keys: [], now: Date.now(), jobs, signal, workerEntry };
  const limits = boundedLimits(offered.limits, workerMb);
  let read = 0;
  try {
    await readFrom(store, source, { ...setup, limits, passwords: offered.passwords }, () => {
      read++;
    });
  } finally {
    source.stop();
  }
  return read > 1;
}

/**
 * Does a piece of a pass or of a report of posts, if there is one. A piece that fails is left to its lease: who takes it next may do better, and
 * after the third it is the lead's.
 */
function doPart(doOne: () => string | null, onEvent: WorkOptions['onEvent']): boolean {
  const started = performance.now();
  try {
    const part = doOne();
    if (part === null) return false;
    onEvent({ type: 'part-done', part, ms: Math.round(performance.now() - started) });
  } catch (error) {
    const code = error instanceof TamisError ? error.code : 'crashed';
    if (code.startsWith('db-') || code === 'disk-full') throw error;
    onEvent({ type: 'part-failed', reason: code });
  }
  return true;
}

function boundedLimits(limits: Limits, workerMb = limits.workerMb): Limits {
  return { ...limits, workerMb: Math.min(workerMb, limits.workerMb) };
}

/** Longer each time: the passes come in steps, and between sifts there is nothing to be asked for. */
function pauseMs(idle: number): number {
  return Math.min(LONGEST_LOOK_MS, FIRST_LOOK_MS * 2 ** Math.min(idle, 10));
}
