import { Worker } from 'node:worker_threads';
import type { FromWorker, ToWorker, WorkerSetup } from './protocol.ts';
import { PULSE_BYTES, readPulse, resetPulse } from './pulse.ts';
import { endWorker } from './stuck-workers.ts';
import type { TaskState } from './task.ts';

/** A task as the pool takes it from the queue. */
export interface PoolTask {
  readonly id: number;
  readonly state: TaskState;
}

/** What a seat hears from its thread: messages, and that it is gone, with the reason. */
export interface SeatEvents {
  readonly onMessage: (seat: Seat, message: FromWorker) => void;
  readonly onGone: (seat: Seat, reason: string) => void;
}

// A worker that was told to end gets this long; longer means it is stuck in native code.
const PATIENCE_MS = 3000;
// Beyond the old generation, for parsed code and short-lived objects.
const YOUNG_MB = 64;

/** A worker thread, the task it is at, and the pulse by which one sees whether it still moves. */
export class Seat {
  readonly #worker: Worker;
  readonly #pulse = new SharedArrayBuffer(PULSE_BYTES);
  #lastTick = 0;
  #lastMove = 0;
  task: PoolTask | null = null;
  /** Its modules are loaded; before that no item can be at fault. */
  ready = false;

  /** Starts the thread, which has no task yet. */
  constructor(setup: Omit<WorkerSetup, 'pulse'>, entry: URL, { onMessage, onGone }: SeatEvents) {
    this.#worker = new Worker(entry, {
      workerData: { ...setup, pulse: this.#pulse } satisfies WorkerSetup,
      resourceLimits: { maxOldGenerationSizeMb: setup.limits.workerMb, maxYoungGenerationSizeMb: YOUNG_MB },
    });
    this.#worker.on('message', (message: FromWorker) => onMessage(this, message));
    this.#worker.on('error', (error: unknown) => onGone(this, reasonOf(error)));
    this.#worker.on('exit', (code) => onGone(this, `exit ${code}`));
  }

  /** The number of the item that the thread is at, within its task. */
  get cursor(): number {
    return readPulse(this.#pulse).cursor;
  }

  run(task: PoolTask): void {
    this.task = task;
    resetPulse(this.#pulse);
    this.#lastMove = performance.now();
    this.#tell({ type: 'run', id: task.id, state: task.state });
  }

  /** Its batch is committed: it may send another. */
  acknowledge(): void {
    this.#tell({ type: 'ack' });
  }

  /** Begins to wait anew, where it was not the thread that stood still. */
  excuse(now: number): void {
    this.#lastMove = now;
  }

  /** Milliseconds since the thread was last seen to move; 0 while it moves, loads its code, or has nothing to do. */
  stillFor(now: number): number {
    const { tick } = readPulse(this.#pulse);
    if (tick !== this.#lastTick || this.task === null || !this.ready) {
      this.#lastTick = tick;
      this.#lastMove = now;
    }
    return now - this.#lastMove;
  }

  end(): Promise<void> {
    return endWorker(this.#worker, PATIENCE_MS);
  }

  #tell(message: ToWorker): void {
    this.#worker.postMessage(message);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
