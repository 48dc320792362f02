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

/** Attack: a volume that names the next, without end. */
const MOST_FILES = 10_000;

/** What 7-Zip reads: an archive under a harmless name, and the volumes it may ask for by theirs. */
export interface RunInput {
  readonly source: ByteSource;
  readonly name: string;
  readonly sibling: (name: string) => ByteSource | null;
}

/** An archive that stands alone. */
export function aloneInput(source: ByteSource): RunInput {
  return { source, name: 'a', sibling: () => null };
}

/** What one run of 7-Zip may cost. */
export interface RunBounds {
  readonly memoryBytes: number;
  /** Longest time without any sign of life. Attack: an endless loop in a decoder. */
  readonly silenceMs: number;
}

/** Events that are handed on; reads and look-ups are answered in the session. */
export type RunEvent = Exclude<EngineEvent, { type: 'read' | 'lookup' }>;

/** An idle thread is kept for the next run: starting one and compiling 7-Zip takes 60 ms. */
let idle: Worker | null = null;

/**
 * One run of 7-Zip over a source, as the events it gives, to be pulled one after the other. `stop` ends
 * it early and must be called in any case.
 */
export class SevenZipRun {
  readonly #input: RunInput;
  /** The archive, and the volumes 7-Zip asked for. */
  readonly #files: ByteSource[];
  readonly #bounds: RunBounds;
  readonly #control = new Int32Array(new SharedArrayBuffer(8));
  readonly #shared = new Uint8Array(new SharedArrayBuffer(INPUT_BYTES));
  readonly #worker: Worker;
  readonly #queue: RunEvent[] = [];
  #wake: () => void = () => undefined;
  #alive = Date.now();
  #ended = false;
  #broken: Failure | null = null;

  constructor(
    input: RunInput,
    args: readonly string[],
    bounds: RunBounds,
    files: Readonly<Record<string, string>> = {},
  ) {
    this.#input = input;
    this.#files = [input.source];
    this.#bounds = bounds;
    this.#worker = idle ?? startThread();
    idle = null;
    this.#worker.on('message', this.#onEvent);
    this.#worker.on('error', this.#onError);
    const request: RunRequest = {
      arguments: [...args, `/in/${input.name}`],
      inputName: input.name,
      inputSize: input.source.size,
      memoryBytes: bounds.memoryBytes,
      control: this.#control.buffer as SharedArrayBuffer,
      input: this.#shared.buffer as SharedArrayBuffer,
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
    for (const volume of this.#files.splice(1)) volume.close();
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
    if (event.type === 'read' || event.type === 'lookup') {
      const answer = event.type === 'read' ? this.#read(event) : this.#lookup(event.name);
      Atomics.store(this.#control, READ_CELL, answer);
      Atomics.notify(this.#control, READ_CELL);
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

  #read({ file, offset, length }: Extract<EngineEvent, { type: 'read' }>): number {
    try {
      const source = this.#files[file];
      const bytes = source?.read(offset, Math.min(length, source.size - offset)) ?? new Uint8Array(0);
      this.#shared.set(bytes);
      return bytes.length;
    } catch {
      this.#broken ??= failure(
        'unreadable',
        'The operating system refused to give the bytes of the archive.',
      );
      this.#wake();
      return READ_FAILED;
    }
  }

  #lookup(name: string): number {
    const source = this.#files.length < MOST_FILES ? this.#input.sibling(name) : null;
    if (source === null) return READ_FAILED;
    new DataView(this.#shared.buffer).setFloat64(0, source.size);
    return this.#files.push(source) - 1;
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
