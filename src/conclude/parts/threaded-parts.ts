import type { CaseStore } from '../../case/store.ts';
import type { ItemRole } from '../../model/index.ts';
import { chunked } from './chunks.ts';
import { Claims } from './claims.ts';
import { ITEMS_EACH, MOST_HELD, type PartRunner, settled } from './part-runner.ts';
import { PartThreads } from './part-threads.ts';
import type { CommonOf, FoundOf, PartName, PieceOf } from './parts.ts';
import { PieceReader } from './piece-reader.ts';
import { PreparedPart } from './prepared-part.ts';

/** Small enough that two threads end at about the same time. Where no thread is started, pieces are larger: less is added up. */
const SHARED_ITEMS_EACH = 800;
/** Fewer are done before a thread has loaded its code (docs/decisions/0420). */
const FEWEST_PIECES = 6;
/** Pieces shared out at a time: their results are held until they are asked for. */
const TOGETHER = 250;
/** Threads beside this one. More would wait for the one that writes. */
const MOST_THREADS = 3;

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
  readonly #entry: URL | undefined;
  #threads: PartThreads | null = null;

  /** @param jobs threads in all, this one included */
  constructor(
    store: CaseStore,
    jobs: number,
    { itemsEach, fewestPieces = FEWEST_PIECES, entry }: ThreadedOptions = {},
  ) {
    const each = itemsEach ?? SHARED_ITEMS_EACH;
    const isShared = jobs > 1 && hasPieces(store, each, fewestPieces);
    this.itemsEach = isShared ? each : (itemsEach ?? ITEMS_EACH);
    this.#most = isShared ? Math.min(MOST_THREADS, jobs - 1) : 0;
    this.#entry = entry;
    this.#store = store;
    this.#reader = new PieceReader(store, MOST_HELD);
    this.#prepared = new PreparedPart(this.#reader);
  }

  *run<N extends PartName>(
    name: N,
    common: CommonOf<N>,
    pieces: Iterable<PieceOf<N>>,
  ): IterableIterator<FoundOf<N>> {
    for (const page of chunked(pieces, TOGETHER)) yield* this.#runPage(name, common, page);
  }

  /** What a result is put to by who asks for it is done while the threads go on with other pieces. */
  *#runPage<N extends PartName>(
    name: N,
    common: CommonOf<N>,
    pieces: readonly PieceOf<N>[],
  ): IterableIterator<FoundOf<N>> {
    const threads = this.#threadsOf();
    const memory = Claims.memoryFor(pieces.length);
    threads?.start({ name, common, pieces, claims: memory });
    const claims = new Claims(memory);
    const work = this.#prepared.of(name, common);
    const elsewhere = new Map<number, FoundOf<N>>();
    const settle = (found: FoundOf<N>) => settled(this.#store, name, found);
    for (const [at, piece] of pieces.entries()) {
      if (claims.take(at)) {
        yield settle(work(piece));
        continue;
      }
      while (!elsewhere.has(at)) {
        const heard = threads?.awaited() ?? [];
        for (const each of heard) elsewhere.set(each.at, settle(each.found as FoundOf<N>));
        // Whoever began it is lost.
        if (heard.length === 0) elsewhere.set(at, settle(work(piece)));
      }
      yield elsewhere.get(at) as FoundOf<N>;
      elsewhere.delete(at);
    }
  }

  close(): void {
    this.#threads?.close();
    this.#threads = null;
    this.#reader.release();
  }

  #threadsOf(): PartThreads | null {
    if (this.#most === 0) return null;
    this.#threads ??= new PartThreads(this.#most, this.#store.directory, this.#entry);
    return this.#threads;
  }
}

function hasPieces(store: CaseStore, itemsEach: number, fewest: number): boolean {
  const cuts = (role: ItemRole) => store.itemPaths(role, itemsEach).length;
  return cuts('leak') + cuts('reference') + 2 >= fewest;
}
