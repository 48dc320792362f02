import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ByteSource, Failure } from '../../../model/index.ts';
import { failure, streamError } from '../outcome.ts';
import {
  type EngineEvent,
  HELD_CELL,
  INPUT_BYTES,
  READ_CELL,
  READ_FAILED,
  type RunRequest,
} from './protocol.ts';

/** Heap of the thread's JavaScript, beside 7-Zip's own memory. Attack: a listing of millions of names. */
const THREAD_HEAP_MB = 256;

/** What one run of 7-Zip may cost. */
export interface RunBounds {
  readonly memoryBytes: number;
  /** Longest time without any sign of life. Attack: an endless loop in a decoder. */
  readonly silenceMs: number;
}

export type RunEvent = Exclude<EngineEvent, { type: 'read' }>;

/** An idle thread is kept for the next run: starting one and compiling 7-Zip takes 60 ms. */
let idle: Worker | null = null;

/**
 * One run of 7-Zip over a source, as the events it gives, to be pulled one after the other. `stop` ends
 * it early and must be called in any case.
 */
export class SevenZipRun {
  readonly #source: ByteSource;
  readonly #bounds: RunBounds;
  readonly #control = new Int32Array(new SharedArrayBuffer(8));
  readonly #input = new Uint8Array(new SharedArrayBuffer(INPUT_BYTES));
  readonly #worker: Worker;
  readonly #queue: RunEvent[] = [];
  #wake: () => void = () => undefined;
  #alive = Date.now();
  #ended = false;
  #broken: Failure | null = null;

  constructor(
    source: ByteSource,
    args: readonly string[],
    bounds: RunBounds,
    files: Readonly<Record<string, string>> = {},
  ) {
    this.#source = source;
    this.#bounds = bounds;
    this.#worker = idle ?? startThread();
    idle = null;
    this.#worker.on('message', this.#onEvent);
    this.#worker.on('error', this.#onError);
    const request: RunRequest = {
      arguments: args,
      inputSize: source.size,
      memoryBytes: bounds.memoryBytes,
      control: this.#control.buffer as SharedArrayBuffer,
      input: this.#input.buffer as SharedArrayBuffer,
      files,
    };
    this.#worker.postMessage(request);
  }

  /** The next event; after `done` there is none. Throws a TamisError when the thread broke or fell silent. */
  async next(): Promise<RunEvent> {
    while (this.#queue.length === 0) {
      if (this.#broken !== null) throw streamError(this.#broken);
      await this.#waitForEvent();
    }
    const event = this.#queue.shift() as RunEvent;
    if (event.type === 'data') {
      Atomics.sub(this.#control, HELD_CELL, event.bytes.length);
      Atomics.notify(this.#control, HELD_CELL);
    }
    return event;
  }

  stop(): void {
    this.#worker.off('message', this.#onEvent);
    this.#worker.off('error', this.#onError);
    if (this.#ended && this.#broken === null && idle === null) idle = this.#worker;
    else void this.#worker.terminate();
  }

  /** The thread keeps the process alive only while something waits for it. */
  async #waitForEvent(): Promise<void> {
    this.#worker.ref();
    const left = this.#bounds.silenceMs - (Date.now() - this.#alive);
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, Math.max(1, left));
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#worker.unref();
    if (this.#queue.length === 0 && Date.now() - this.#alive >= this.#bounds.silenceMs) {
      this.#broken ??= failure('timeout', `7-Zip gave no sign of life for ${this.#bounds.silenceMs} ms.`);
    }
  }

  readonly #onEvent = (event: EngineEvent): void => {
    this.#alive = Date.now();
    if (event.type === 'read') {
      this.#answer(event.offset, event.length);
      return;
    }
    if (event.type === 'done') this.#ended = true;
    this.#queue.push(event);
    this.#wake();
  };

  readonly #onError = (): void => {
    this.#broken ??= failure('crashed', 'The thread of 7-Zip ended unexpectedly.');
    this.#wake();
  };

  #answer(offset: number, length: number): void {
    let answered = READ_FAILED;
    try {
      const bytes = this.#source.read(offset, Math.min(length, this.#source.size - offset));
      this.#input.set(bytes);
      answered = bytes.length;
    } catch {
      this.#broken ??= failure(
        'unreadable',
        'The operating system refused to give the bytes of the archive.',
      );
      this.#wake();
    }
    Atomics.store(this.#control, READ_CELL, answered);
    Atomics.notify(this.#control, READ_CELL);
  }
}

function startThread(): Worker {
  // Beside this file, as source or as built.
  const file = new URL(`./engine-thread${extname(import.meta.url)}`, import.meta.url);
  const worker = new Worker(file, {
    resourceLimits: { maxOldGenerationSizeMb: THREAD_HEAP_MB },
    stdout: true,
    stderr: true,
  });
  worker.unref();
  return worker;
}
