import { Worker } from 'node:worker_threads';
import type { StoredItem } from '../../case/store.ts';
import { HttpError } from '../http/http-error.ts';
import type { ViewItem, ViewName, ViewResponse, ViewTasks } from './task.ts';

export interface ViewLimits {
  readonly workers: number;
  /** Milliseconds for one look at one item. Attack: a PDF that takes hours to draw. */
  readonly taskMs: number;
  /** Megabytes of heap for one worker. */
  readonly workerMb: number;
  /** Looks that wait. Attack (or a held key): thousands at once. */
  readonly waiting: number;
}

export const VIEW_LIMITS: ViewLimits = { workers: 2, taskMs: 15_000, workerMb: 768, waiting: 200 };

interface Job {
  readonly name: ViewName;
  readonly item: ViewItem;
  readonly input: unknown;
  readonly resolve: (output: never) => void;
  readonly reject: (error: Error) => void;
}

interface Running {
  readonly worker: Worker;
  job: Job | null;
  timer: NodeJS.Timeout | null;
}

/**
 * Opens the items of a leak on threads of their own, so that one that hangs a parser or eats its memory costs its
 * own look (422) and nothing else: the thread is ended and another started.
 */
export class ViewPool {
  readonly #caseDirectory: string;
  readonly #limits: ViewLimits;
  readonly #passwords: () => readonly string[];
  readonly #waiting: Job[] = [];
  readonly #running: Running[] = [];
  #closed = false;

  /** @param passwords those of documents, as they stand when an item is opened */
  constructor(
    caseDirectory: string,
    limits: ViewLimits = VIEW_LIMITS,
    passwords: () => readonly string[] = () => [],
  ) {
    this.#passwords = passwords;
    this.#caseDirectory = caseDirectory;
    this.#limits = limits;
  }

  /** Throws HttpError 422 `view-failed`, `view-timeout`; 503 `busy`. */
  run<Name extends ViewName>(
    name: Name,
    item: Pick<StoredItem, 'locator' | 'size' | 'sha256' | 'type' | 'message'>,
    input: ViewTasks[Name]['input'],
  ): Promise<ViewTasks[Name]['output']> {
    if (this.#waiting.length >= this.#limits.waiting)
      return Promise.reject(
        new HttpError(503, 'busy', {
          en: 'Too many items are being opened. Try again.',
          fr: 'Trop d’éléments sont en train d’être ouverts. Réessayez.',
        }),
      );
    const { locator, size, sha256, type, message } = item;
    return new Promise((resolve, reject) => {
      const looked = { locator, size, sha256, type, isMessage: message !== null };
      this.#waiting.push({ name, item: looked, input, resolve: resolve as (output: never) => void, reject });
      this.#next();
    });
  }

  /** Starts a thread before anybody waits for it: loading what it needs takes 0.3 s. */
  warm(): void {
    if (this.#running.length === 0) this.#start();
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const job of this.#waiting.splice(0)) job.reject(closedError());
    await Promise.all(this.#running.splice(0).map((each) => this.#end(each, closedError())));
  }

  #next(): void {
    if (this.#waiting.length === 0 || this.#closed) return;
    const idle = this.#running.find(({ job }) => job === null);
    const thread = idle ?? (this.#running.length < this.#limits.workers ? this.#start() : null);
    const job = thread === null ? undefined : this.#waiting.shift();
    if (thread === null || job === undefined) return;
    thread.job = job;
    thread.timer = setTimeout(() => this.#giveUp(thread), this.#limits.taskMs);
    thread.worker.ref();
    const { name, item, input } = job;
    thread.worker.postMessage({ id: 0, name, item, input, passwords: this.#passwords() });
  }

  #start(): Running {
    const worker = new Worker(new URL(`./worker${import.meta.url.slice(-3)}`, import.meta.url), {
      workerData: { caseDirectory: this.#caseDirectory },
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.workerMb },
      // What a parser prints is not for the terminal of who runs the server.
      stdout: true,
      stderr: true,
    });
    const thread: Running = { worker, job: null, timer: null };
    worker.on('message', (response: ViewResponse) => this.#done(thread, response));
    worker.on('error', () => this.#lost(thread));
    worker.on('exit', () => this.#lost(thread));
    worker.unref();
    this.#running.push(thread);
    return thread;
  }

  #done(thread: Running, response: ViewResponse): void {
    const { job } = thread;
    if (thread.timer !== null) clearTimeout(thread.timer);
    thread.job = null;
    thread.timer = null;
    thread.worker.unref();
    if (response.type === 'done') job?.resolve(response.output as never);
    else
      job?.reject(
        new HttpError(422, 'view-failed', {
          en: `This item could not be opened: ${response.why}`,
          fr: `Cet élément n’a pas pu être ouvert\u00a0: ${response.why}`,
        }),
      );
    this.#next();
  }

  #giveUp(thread: Running): void {
    this.#forget(thread);
    void this.#end(
      thread,
      new HttpError(422, 'view-timeout', {
        en: 'Opening this item took too long and was given up.',
        fr: 'Ouvrir cet élément prenait trop de temps et a été abandonné.',
      }),
    );
    this.#next();
  }

  #lost(thread: Running): void {
    this.#forget(thread);
    if (thread.timer !== null) clearTimeout(thread.timer);
    thread.job?.reject(
      new HttpError(422, 'view-failed', {
        en: 'Opening this item ended its reader.',
        fr: 'L’ouverture de cet élément a fait tomber son lecteur.',
      }),
    );
    thread.job = null;
    this.#next();
  }

  #forget(thread: Running): void {
    const at = this.#running.indexOf(thread);
    if (at >= 0) this.#running.splice(at, 1);
  }

  async #end(thread: Running, why: Error): Promise<void> {
    if (thread.timer !== null) clearTimeout(thread.timer);
    const { job } = thread;
    thread.job = null;
    job?.reject(why);
    await thread.worker.terminate();
  }
}

function closedError(): HttpError {
  return new HttpError(503, 'closing', {
    en: 'The server is being closed.',
    fr: 'Le serveur est en train de s’arrêter.',
  });
}
