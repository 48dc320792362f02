import { setTimeout as sleep } from 'node:timers/promises';
import type { PostgresCase } from './case/postgres/case.ts';
import { repeatedly } from './case/postgres/session.ts';
import type { Limits } from './model/index.ts';
import { LeasedQueue, type WorkerEvent } from './pipeline/leased-queue.ts';
import { runPool } from './pipeline/pool.ts';
import type { QueueProgress } from './pipeline/queue.ts';
import { currentRun } from './pipeline/shared-run.ts';
import { SHARED_WORKER } from './shared-case.ts';

/** A restart of the database, or a cable that is found and plugged in again. */
export const WORKER_PATIENCE_MS = 300_000;

/** Between two looks whether a sift has begun. */
const LOOK_MS = 1000;

export interface WorkOptions {
  readonly jobs: number;
  readonly signal: AbortSignal;
  /** Bounds of this machine, where they are tighter than those of the sift. */
  readonly workerMb?: number;
  /** Ends when a reading that it took part in, or found, has ended. */
  readonly once: boolean;
  readonly patienceMs: number;
  readonly onEvent: (event: WorkerEvent | { readonly type: 'reading' | 'waiting' }) => void;
  readonly onProgress: (done: QueueProgress) => void;
  readonly workerEntry?: URL;
}

/** Works on a shared case until the signal fires: reads while a sift is on, and waits for the next. */
export async function work(store: PostgresCase, options: WorkOptions): Promise<void> {
  const { signal, jobs, patienceMs, onEvent, onProgress } = options;
  let waiting = false;
  while (!signal.aborted) {
    const run = repeatedly(patienceMs, () => currentRun(store));
    if (run === null) {
      if (options.once && repeatedly(patienceMs, () => store.setting('concluded')) === 'yes') return;
      if (!waiting) onEvent({ type: 'waiting' });
      waiting = true;
      await pause(signal);
      continue;
    }
    waiting = false;
    onEvent({ type: 'reading' });
    const queue = new LeasedQueue(store, { run, jobs, patienceMs, onEvent, onProgress });
    try {
      await runPool(queue, {
        caseDirectory: store.directory,
        limits: boundedLimits(run.limits, options.workerMb),
        passwords: run.passwords,
        keys: repeatedly(patienceMs, () => store.keys()),
        now: run.now,
        jobs,
        signal,
        workerEntry: options.workerEntry ?? SHARED_WORKER,
      });
    } finally {
      queue.end('waiting');
    }
    // Nothing was left to take; the sift may not have noticed yet.
    await pause(signal);
  }
}

function boundedLimits(limits: Limits, workerMb = limits.workerMb): Limits {
  return { ...limits, workerMb: Math.min(workerMb, limits.workerMb) };
}

async function pause(signal: AbortSignal): Promise<void> {
  await sleep(LOOK_MS, undefined, { signal }).catch(() => {});
}
