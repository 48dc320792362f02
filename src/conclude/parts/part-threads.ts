import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { PartName } from './parts.ts';
import type { FromPartThread, PartThreadSetup, ToPartThread } from './thread-protocol.ts';

/** Threads that say nothing for so long are taken for lost. */
const PATIENCE_MS = 120_000;
/** For the end of a thread, which waits for the piece it is at. */
const CLOSE_MS = 5000;

/** A result, and which piece it is of. */
export type FoundPiece = Extract<FromPartThread, { type: 'found' }>;

/** What is to be done, and in which memory it says who does it. */
export interface PartRun {
  readonly name: PartName;
  readonly common: unknown;
  readonly pieces: readonly unknown[];
  readonly claims: SharedArrayBuffer;
}

/**
 * The threads beside the main one, which asks and listens without returning to its events: it sleeps until one of them has
 * something to say. What fails or falls silent is not asked again.
 */
export class PartThreads {
  readonly #threads: readonly PartThread[];
  /** Counts the messages of all threads. */
  readonly #cells: Int32Array;
  #run = 0;

  constructor(count: number, caseDirectory: string, entry: URL = ENTRY) {
    const counter = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
    this.#cells = new Int32Array(counter);
    this.#threads = Array.from({ length: count }, () => new PartThread(caseDirectory, counter, entry));
  }

  /** Another run. One that still loads its code comes to it later, and finds done what others have done. */
  start(work: PartRun): void {
    this.#run++;
    for (const thread of this.#threads) thread.start(work, this.#run);
  }

  /** What has been found meanwhile, as soon as there is something. Empty when nobody is at work any more. */
  awaited(): readonly FoundPiece[] {
    for (;;) {
      const seen = Atomics.load(this.#cells, 0);
      const found = this.#heard();
      if (found.length > 0 || !this.#isBusy()) return found;
      if (Atomics.wait(this.#cells, 0, seen, PATIENCE_MS) === 'timed-out') this.#giveUp();
    }
  }

  /** Connections are closed first: the last one to leave puts the log of the database in order. */
  close(): void {
    for (const thread of this.#threads) thread.close();
    const until = performance.now() + CLOSE_MS;
    for (let left = CLOSE_MS; left > 0; left = until - performance.now()) {
      const seen = Atomics.load(this.#cells, 0);
      this.#heard();
      if (!this.#isBusy()) break;
      Atomics.wait(this.#cells, 0, seen, left);
    }
    for (const thread of this.#threads) thread.end();
  }

  #heard(): readonly FoundPiece[] {
    return this.#threads.flatMap((thread) => [...thread.heard()].filter(({ run }) => run === this.#run));
  }

  #isBusy(): boolean {
    return this.#threads.some(({ isBusy }) => isBusy);
  }

  #giveUp(): void {
    for (const thread of this.#threads) if (thread.isBusy) thread.giveUp();
  }
}

class PartThread {
  readonly #port: MessagePort;
  readonly #worker: Worker;
  #lastCommon: unknown;
  /** Messages that it has not said the end of. */
  #open = 0;
  #isLost = false;

  constructor(caseDirectory: string, counter: SharedArrayBuffer, entry: URL) {
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    const workerData: PartThreadSetup = { caseDirectory, port: port2, counter };
    this.#worker = new Worker(entry, { workerData, transferList: [port2] });
    // What ends it is noticed by its silence, as this thread does not return to its events meanwhile.
    this.#worker.on('error', () => {});
    this.#worker.unref();
  }

  get isBusy(): boolean {
    return this.#open > 0;
  }

  start({ name, common, pieces, claims }: PartRun, run: number): void {
    if (this.#isLost) return;
    const isSame = common === this.#lastCommon;
    this.#lastCommon = common;
    const given = isSame ? ({ type: 'same' } as const) : ({ type: 'new', value: common } as const);
    this.#tell({ type: 'run', run, name, common: given, pieces, claims });
  }

  /** To be gone through to the end: then `isBusy` is true to what was said. */
  *heard(): IterableIterator<FoundPiece> {
    while (this.isBusy) {
      const message: FromPartThread | undefined = receiveMessageOnPort(this.#port)?.message;
      if (message === undefined) return;
      if (message.type === 'found') yield message;
      else if (message.type === 'failed') this.giveUp();
      else this.#open--;
    }
  }

  giveUp(): void {
    this.#open = 0;
    this.#isLost = true;
  }

  close(): void {
    if (!this.#isLost) this.#tell({ type: 'close' });
  }

  end(): void {
    this.#port.close();
    void this.#worker.terminate();
  }

  #tell(message: ToPartThread): void {
    this.#open++;
    this.#port.postMessage(message);
  }
}

/** `part-thread.ts` in development, `part-thread.js` in the package. */
const ENTRY = new URL(
  import.meta.url.endsWith('.ts') ? './part-thread.ts' : './part-thread.js',
  import.meta.url,
);
