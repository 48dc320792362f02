import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { TamisError } from '../../model/index.ts';
import { AnswerSignal } from '../answer-signal.ts';
import type { BucketPlace } from './bucket.ts';
import type { BucketAnswer, BucketRequest, BucketSetup } from './protocol.ts';

/** For how long what failed because the store was away is tried again, as a database is, and pauses between two tries. */
const PATIENCE_MS = 300_000;
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 10_000;
/** Between two signs that it is the store who is waited for. */
const SIGN_MS = 1000;

export interface BucketPatience {
  /** Milliseconds for which a store that is away is asked again. */
  readonly patienceMs?: number;
  /** Called each second meanwhile. */
  readonly onWait?: () => void;
}

/**
 * A bucket whose calls block, as those of the file system do: objects are read and written in the middle of work that
 * is synchronous. The requests are made by a thread of its own. Throws `objects-lost`, `objects-refused`.
 */
export class BlockingBucket {
  readonly #port: MessagePort;
  readonly #signal: AnswerSignal;
  readonly #patienceMs: number;
  readonly #onWait: () => void;

  constructor(place: BucketPlace, { patienceMs = PATIENCE_MS, onWait = () => {} }: BucketPatience = {}) {
    this.#patienceMs = patienceMs;
    this.#onWait = onWait;
    const signal = new SharedArrayBuffer(4);
    this.#signal = new AnswerSignal(signal);
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
    const end = performance.now() + this.#patienceMs;
    const nothing = new Int32Array(new SharedArrayBuffer(4));
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      const answer = this.#call(request);
      if (answer.type !== 'error') return answer;
      if (answer.code !== 'objects-lost' || performance.now() + pause > end)
        throw new TamisError(answer.code, answer.message);
      for (let left = pause; left > 0; left -= SIGN_MS) {
        Atomics.wait(nothing, 0, 0, Math.min(left, SIGN_MS));
        this.#onWait();
      }
    }
  }

  #call(request: BucketRequest): BucketAnswer {
    this.#signal.lower();
    this.#port.postMessage(request);
    this.#signal.wait(SIGN_MS, this.#onWait);
    const answer: BucketAnswer | undefined = receiveMessageOnPort(this.#port)?.message;
    return (
      answer ?? { type: 'error', code: 'objects-lost', message: 'The thread of the object store is gone.' }
    );
  }
}

const THREAD = new URL(import.meta.url.endsWith('.ts') ? './thread.ts' : './thread.js', import.meta.url);
