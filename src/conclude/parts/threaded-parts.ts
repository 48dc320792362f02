import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { CaseStore } from '../../case/store.ts';
import type { ItemRole } from '../../model/index.ts';
import { Claims } from './claims.ts';
import { ITEMS_EACH, MOST_HELD, type PartRunner, settled } from './part-runner.ts';
import type { CommonOf, FoundOf, PartName, PieceOf } from './parts.ts';
import { PieceReader } from './piece-reader.ts';
import { PreparedPart } from './prepared-part.ts';
import type { FromPartThread, PartThreadSetup, ToPartThread } from './thread-protocol.ts';

/** Small enough that two threads end at about the same time. Where no thread is started, pieces are larger: less is added up. */
const SHARED_ITEMS_EACH = 800;
/**
 * Measured on two idle cores: over 12,670 messages (16 pieces) a thread takes as much to start and warm up as it saves,
 * and 115 MB; over 105,000 items (130 pieces) it saves 2 of 12 seconds, for 300 MB.
 */
const FEWEST_PIECES = 250;
/** Pieces shared out at a time: their results are held until they are all there. */
const TOGETHER = FEWEST_PIECES;
/** Threads beside this one. More would wait for the one that writes. */
const MOST_THREADS = 3;
/** A thread that says nothing for so long is taken for lost, and its pieces are done here. */
const PATIENCE_MS = 120_000;

export interface ThreadedOptions {
  readonly itemsEach?: number;
  /** Fewer are done sooner without threads. */
  readonly fewestPieces?: number;
  /** Another entry for the threads; the tests have one that fails. */
  readonly entry?: URL;
}

/**
 * Does parts of an embedded case on several threads. This one works too, and alone writes. It blocks while it waits, as
 * the passes do that ask for the parts; a thread that fails costs its time and nothing else.
 */
export class ThreadedParts implements PartRunner {
  readonly itemsEach: number;
  readonly #store: CaseStore;
  readonly #reader: PieceReader;
  readonly #prepared: PreparedPart;
  readonly #most: number;
  readonly #fewest: number;
  readonly #together: number;
  readonly #entry: URL;
  readonly #counter = new SharedArrayBuffer(4);
  readonly #cells = new Int32Array(this.#counter);
  #threads: PartThread[] | null = null;

  /** @param jobs threads in all, this one included */
  constructor(
    store: CaseStore,
    jobs: number,
    { itemsEach, fewestPieces = FEWEST_PIECES, entry = ENTRY }: ThreadedOptions = {},
  ) {
    this.itemsEach = itemsEach ?? (isShared(store, fewestPieces) ? SHARED_ITEMS_EACH : ITEMS_EACH);
    this.#entry = entry;
    this.#fewest = fewestPieces;
    this.#together = Math.max(fewestPieces, Math.min(TOGETHER, 16 * fewestPieces));
    this.#store = store;
    this.#reader = new PieceReader(store, MOST_HELD);
    this.#prepared = new PreparedPart(this.#reader);
    this.#most = Math.min(MOST_THREADS, Math.max(0, jobs - 1));
  }

  *run<N extends PartName>(
    name: N,
    common: CommonOf<N>,
    pieces: Iterable<PieceOf<N>>,
  ): IterableIterator<FoundOf<N>> {
    let page: PieceOf<N>[] = [];
    for (const piece of pieces) {
      page.push(piece);
      if (page.length < this.#together) continue;
      yield* this.#runPage(name, common, page);
      page = [];
    }
    yield* this.#runPage(name, common, page);
  }

  #runPage<N extends PartName>(
    name: N,
    common: CommonOf<N>,
    pieces: readonly PieceOf<N>[],
  ): readonly FoundOf<N>[] {
    const threads = this.#threadsFor(pieces.length);
    const memory = Claims.memoryFor(pieces.length);
    for (const thread of threads) thread.start(name, common, pieces, memory);
    const run = new Run(this.#store, name, pieces, this.#prepared.of(name, common));
    const claims = new Claims(memory);
    for (let at = 0; at < pieces.length; at++) {
      if (claims.take(at)) run.doHere(at);
      for (const thread of threads) run.hear(thread, this.#cells, 0);
    }
    for (const thread of threads) while (thread.isBusy) run.hear(thread, this.#cells, PATIENCE_MS);
    return run.results();
  }

  close(): void {
    for (const thread of this.#threads ?? []) thread.close(this.#cells);
    this.#threads = null;
    this.#reader.release();
  }

  #threadsFor(pieces: number): readonly PartThread[] {
    if (this.#threads === null && pieces < this.#fewest) return [];
    const { directory } = this.#store;
    this.#threads ??= Array.from(
      { length: this.#most },
      () => new PartThread(directory, this.#counter, this.#entry),
    );
    return this.#threads.filter(({ isLost }) => !isLost);
  }
}

function isShared(store: CaseStore, fewestPieces: number): boolean {
  const cuts = (role: ItemRole) => store.itemPaths(role, SHARED_ITEMS_EACH).length;
  return cuts('leak') + cuts('reference') + 2 >= fewestPieces;
}

/** The pieces of one run, as they are done here and elsewhere. */
class Run<N extends PartName> {
  readonly #store: CaseStore;
  readonly #name: N;
  readonly #pieces: readonly PieceOf<N>[];
  readonly #work: (piece: PieceOf<N>) => FoundOf<N>;
  readonly #found: (FoundOf<N> | undefined)[];

  constructor(
    store: CaseStore,
    name: N,
    pieces: readonly PieceOf<N>[],
    work: (piece: PieceOf<N>) => FoundOf<N>,
  ) {
    this.#store = store;
    this.#name = name;
    this.#pieces = pieces;
    this.#work = work;
    this.#found = Array.from(pieces, () => undefined);
  }

  doHere(at: number): FoundOf<N> {
    const found = settled(this.#store, this.#name, this.#work(this.#pieces[at] as PieceOf<N>));
    this.#found[at] = found;
    return found;
  }

  /** Takes what a thread has found, until it has nothing more to say; waits for the next once. */
  hear(thread: PartThread, cells: Int32Array, patienceMs: number): void {
    for (let wait = patienceMs; thread.isBusy; wait = 0) {
      const message = thread.hear(cells, wait);
      if (message === null) return;
      if (message.type === 'found')
        this.#found[message.at] = settled(this.#store, this.#name, message.found as FoundOf<N>);
    }
  }

  /** What nobody has done, since its thread was lost, is done now. */
  results(): readonly FoundOf<N>[] {
    return this.#found.map((found, at) => found ?? this.doHere(at));
  }
}

class PartThread {
  isBusy = false;
  isLost = false;
  readonly #port: MessagePort;
  readonly #worker: Worker;
  #lastCommon: unknown;

  constructor(caseDirectory: string, counter: SharedArrayBuffer, entry: URL) {
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    const workerData: PartThreadSetup = { caseDirectory, port: port2, counter };
    this.#worker = new Worker(entry, { workerData, transferList: [port2] });
    // What ends it is noticed by its silence, as this thread does not return to its events meanwhile.
    this.#worker.on('error', () => {});
    this.#worker.unref();
  }

  start(name: PartName, common: unknown, pieces: readonly unknown[], claims: SharedArrayBuffer): void {
    const isSame = common === this.#lastCommon;
    this.#lastCommon = common;
    const given = isSame ? ({ type: 'same' } as const) : ({ type: 'new', value: common } as const);
    this.#tell({ type: 'run', name, common: given, pieces, claims });
  }

  #tell(message: ToPartThread): void {
    this.isBusy = true;
    this.#port.postMessage(message);
  }

  /** The next message. Null where none comes in time; with some patience, that is the end of the thread. */
  hear(cells: Int32Array, patienceMs: number): FromPartThread | null {
    for (;;) {
      const seen = Atomics.load(cells, 0);
      const message: FromPartThread | undefined = receiveMessageOnPort(this.#port)?.message;
      if (message !== undefined) {
        if (message.type !== 'found') this.isBusy = false;
        if (message.type === 'failed') this.isLost = true;
        return message;
      }
      if (patienceMs === 0) return null;
      if (Atomics.wait(cells, 0, seen, patienceMs) === 'timed-out') {
        this.isBusy = false;
        this.isLost = true;
        return null;
      }
    }
  }

  /** Its connection is closed first: the last one to leave puts the log of the database in order. */
  close(cells: Int32Array): void {
    if (!this.isLost) {
      this.#tell({ type: 'close' });
      while (this.isBusy) this.hear(cells, CLOSE_MS);
    }
    this.#port.close();
    void this.#worker.terminate();
  }
}

const CLOSE_MS = 5000;

/** `part-thread.ts` in development, `part-thread.js` in the package. */
const ENTRY = new URL(
  import.meta.url.endsWith('.ts') ? './part-thread.ts' : './part-thread.js',
  import.meta.url,
);
