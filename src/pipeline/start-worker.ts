import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { openObjects } from '../case/objects.ts';
import { prepareItem } from '../case/prepare.ts';
import { KeyRing } from '../examine/keys/key-ring.ts';
import type { WorkContext } from './context.ts';
import { caseTrouble, isCaseTrouble } from './items/crash.ts';
import { RecentDocuments } from './items/recent-documents.ts';
import { Outbox, type Prepare } from './outbox.ts';
import type { Batch, FromWorker, ToWorker, WorkerSetup } from './protocol.ts';
import { type Pulse, pulseOf } from './pulse.ts';
import { runTask } from './run-task.ts';
import type { TaskState } from './task.ts';

/**
 * The life of a worker thread: it takes one task at a time and posts what it finds. It never touches the
 * database; the one writer of a case is the main thread. `emit` is what turns bytes into items: the tests put
 * one that hangs and crashes there. `prepare` makes them ready for the database that the case is in.
 */
export function startWorker(emit: WorkContext['emit'], prepare: Prepare = prepareItem): void {
  const setup = workerData as WorkerSetup;
  if (parentPort === null) throw new Error('this module runs as a worker thread only');
  new WorkerLife(setup, parentPort, emit, prepare).start();
}

/** Batches on their way that the main thread has not committed yet; at two the worker waits. */
const MOST_UNACKNOWLEDGED = 2;

class WorkerLife {
  readonly #setup: WorkerSetup;
  readonly #port: MessagePort;
  readonly #emit: WorkContext['emit'];
  readonly #prepare: Prepare;
  readonly #pulse: Pulse;
  #unacknowledged = 0;
  #acknowledged: (() => void) | null = null;

  constructor(setup: WorkerSetup, port: MessagePort, emit: WorkContext['emit'], prepare: Prepare) {
    this.#setup = setup;
    this.#port = port;
    this.#emit = emit;
    this.#prepare = prepare;
    this.#pulse = pulseOf(setup.pulse);
  }

  start(): void {
    const { keys, caseDirectory, limits, passwords, now } = this.#setup;
    const ring = new KeyRing();
    for (const key of keys) ring.add(key);
    const objects = openObjects(caseDirectory);
    const container = { passwords, limits };
    const recent = new RecentDocuments();
    const shared = { limits, container, ring, objects, recent, now, pulse: this.#pulse, emit: this.#emit };
    this.#port.on('message', (message: ToWorker) => {
      if (message.type === 'ack') this.#acknowledge();
      else if (message.type === 'stop') this.#port.close();
      // What a task does not catch itself ends this worker: the pool then sees a crash at the current item.
      else void this.#run({ ...shared, ...this.#job(message.id, message.state) });
    });
    this.#send({ type: 'ready' });
  }

  async #run(context: WorkContext): Promise<void> {
    try {
      await runTask(context);
    } catch (error) {
      if (!isCaseTrouble(error)) throw error;
      const { code, message } = caseTrouble(error);
      this.#send({ type: 'case-trouble', code, message });
    }
  }

  #job(id: number, state: TaskState): Pick<WorkContext, 'state' | 'out' | 'distrust' | 'growth'> {
    const { role, careful = false } = state;
    const post = (batch: Batch) => this.#post(batch, state);
    const out = new Outbox({ id, role, careful, post, prepare: this.#prepare });
    const growth = 'growth' in state.task ? state.task.growth : 1;
    return { state, out, distrust: null, growth };
  }

  async #post(batch: Batch, { careful = false }: TaskState): Promise<void> {
    const most = careful ? 1 : MOST_UNACKNOWLEDGED;
    this.#send(batch);
    this.#unacknowledged++;
    while (this.#unacknowledged >= most) {
      await new Promise<void>((resolve) => {
        this.#acknowledged = resolve;
      });
      // Waiting for the disk of the case is not the fault of the item at hand.
      this.#pulse.waited();
    }
  }

  #acknowledge(): void {
    this.#unacknowledged--;
    this.#acknowledged?.();
    this.#acknowledged = null;
  }

  #send(message: FromWorker): void {
    this.#port.postMessage(message);
  }
}
