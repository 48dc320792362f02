import { Worker } from 'node:worker_threads';
import { TamisError } from '../../model/index.ts';
import type { CasePlace } from '../case-place.ts';
import { HttpError } from '../http/http-error.ts';
import type { CaseTaskName, CaseTasks } from './work.ts';

/** A dossier of 92,000 posts takes half a minute; whatever takes this long hangs. */
const MOST_MS = 300_000;
/** Threads at a time: each opens the case and may hold the posts. Attack: a held key that asks for a hundred dossiers. */
const MOST_RUNNING = 2;
const MOST_WAITING = 20;

/** Does what takes seconds over the whole case on threads of their own, so that reading goes on meanwhile. */
export class CaseWorkers {
  readonly #place: CasePlace;
  readonly #waiting: (() => void)[] = [];
  readonly #running = new Set<Worker>();

  constructor(place: CasePlace) {
    this.#place = place;
  }

  /** Throws what the work throws on purpose, with its code; HttpError 503 `busy`, 504 `took-too-long`. */
  async run<Name extends CaseTaskName>(
    name: Name,
    input: CaseTasks[Name]['input'],
  ): Promise<CaseTasks[Name]['output']> {
    if (this.#running.size >= MOST_RUNNING) await this.#turn();
    return await this.#work<CaseTasks[Name]['output']>({ place: this.#place, name, input });
  }

  async close(): Promise<void> {
    await Promise.all([...this.#running].map((worker) => worker.terminate()));
  }

  #turn(): Promise<void> {
    if (this.#waiting.length >= MOST_WAITING)
      throw new HttpError(503, 'busy', 'Too much is being worked out. Try again in a minute.');
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #work<T>(workerData: object): Promise<T> {
    const worker = new Worker(new URL(`./worker${import.meta.url.slice(-3)}`, import.meta.url), {
      workerData,
    });
    this.#running.add(worker);
    return new Promise<T>((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new HttpError(504, 'took-too-long', 'It took more than five minutes and was given up.'));
        void worker.terminate();
      }, MOST_MS);
      worker.once('message', resolve);
      // An error comes from the thread as a copy: its class is lost, its code is not.
      worker.once('error', (error: Error & { readonly code?: unknown }) =>
        reject(
          typeof error.code === 'string'
            ? new TamisError(error.code, error.message, { cause: error })
            : error,
        ),
      );
      worker.once('exit', () => {
        clearTimeout(timer);
        this.#running.delete(worker);
        // After a message this changes nothing.
        reject(new HttpError(503, 'busy', 'The server is ending.'));
        this.#waiting.shift()?.();
      });
    });
  }
}
