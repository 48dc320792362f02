import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { TamisError } from '../../model/index.ts';
import type { BucketPlace } from './bucket.ts';
import type { BucketAnswer, BucketRequest, BucketSetup } from './protocol.ts';

/** How often what failed because the store was away is tried again, and the longest pause between two tries. */
const TRIES = 8;
const LONGEST_PAUSE_MS = 10_000;

/**
 * A bucket whose calls block, as those of the file system do: objects are read and written in the middle of work that
 * is synchronous. The requests are made by a thread of its own. Throws `objects-lost`, `objects-refused`.
 */
export class BlockingBucket {
  readonly #port: MessagePort;
  readonly #cells: Int32Array;

  constructor(place: BucketPlace) {
    const signal = new SharedArrayBuffer(4);
    this.#cells = new Int32Array(signal);
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    const workerData: BucketSetup = { place, port: port2, signal };
    new Worker(THREAD, { workerData, transferList: [port2] }).unref();
  }

  has(sha256: string): boolean {
    return this.#yes({ type: 'has', sha256 });
  }

  put(file: string, sha256: string): void {
    this.#yes({ type: 'put', sha256, file });
  }

  /** False when there is no such object. */
  fetch(sha256: string, file: string): boolean {
    return this.#yes({ type: 'fetch', sha256, file });
  }

  list(): readonly string[] {
    const answer = this.#patiently({ type: 'list' });
    return answer.type === 'list' ? answer.hashes : [];
  }

  #yes(request: BucketRequest): boolean {
    const answer = this.#patiently(request);
    return answer.type === 'yes-or-no' && answer.value;
  }

  #patiently(request: BucketRequest): Exclude<BucketAnswer, { type: 'error' }> {
    for (let tries = 1; ; tries++) {
      const answer = this.#call(request);
      if (answer.type !== 'error') return answer;
      if (answer.code !== 'objects-lost' || tries === TRIES)
        throw new TamisError(answer.code, answer.message);
      Atomics.wait(
        new Int32Array(new SharedArrayBuffer(4)),
        0,
        0,
        Math.min(LONGEST_PAUSE_MS, 100 * 2 ** tries),
      );
    }
  }

  #call(request: BucketRequest): BucketAnswer {
    Atomics.store(this.#cells, 0, 0);
    this.#port.postMessage(request);
    Atomics.wait(this.#cells, 0, 0);
    const answer: BucketAnswer | undefined = receiveMessageOnPort(this.#port)?.message;
    return (
      answer ?? { type: 'error', code: 'objects-lost', message: 'The thread of the object store is gone.' }
    );
  }
}

const THREAD = new URL(import.meta.url.endsWith('.ts') ? './thread.ts' : './thread.js', import.meta.url);
