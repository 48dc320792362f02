import type { CaseStore } from '../../case/store.ts';
import type { CommonOf, FoundOf, PartName, PieceOf } from './parts.ts';
import { PieceReader } from './piece-reader.ts';
import { PreparedPart, partOf } from './prepared-part.ts';

/** Has parts done, somewhere. */
export interface PartRunner {
  /** How many items a piece should have. */
  readonly itemsEach: number;
  /**
   * Results in the order of the pieces, written as far as `settle` does it. Pieces are asked for as they are needed, and
   * results are to be taken one after the other, up to the last: neither are held.
   */
  run<N extends PartName>(name: N, common: CommonOf<N>, pieces: Iterable<PieceOf<N>>): Iterable<FoundOf<N>>;
  /** No more is to be done. */
  close(): void;
}

/** Messages of so many items are read, judged and written at once: the bound on memory, and on what is lost. */
export const ITEMS_EACH = 2000;
/**
 * Pieces of which the messages are held from one part to the next: 32,000 messages, some 40 MB. Of a larger leak the
 * others are read again, which is a twentieth of the passes.
 */
export const MOST_HELD = 16;

/** Does everything itself, one piece after the other. */
export class InlineParts implements PartRunner {
  readonly itemsEach: number;
  readonly #store: CaseStore;
  readonly #reader: PieceReader;
  readonly #prepared: PreparedPart;

  constructor(store: CaseStore, itemsEach = ITEMS_EACH) {
    this.itemsEach = itemsEach;
    this.#store = store;
    this.#reader = new PieceReader(store, MOST_HELD);
    this.#prepared = new PreparedPart(this.#reader);
  }

  *run<N extends PartName>(
    name: N,
    common: CommonOf<N>,
    pieces: Iterable<PieceOf<N>>,
  ): IterableIterator<FoundOf<N>> {
    const work = this.#prepared.of(name, common);
    for (const piece of pieces) yield settled(this.#store, name, work(piece));
  }

  close(): void {
    this.#reader.release();
  }
}

/** Writes what a result says at once, in a transaction. Returns the rest. */
export function settled<N extends PartName>(store: CaseStore, name: N, found: FoundOf<N>): FoundOf<N> {
  const { settle } = partOf(name);
  return settle === undefined ? found : store.transaction(() => settle(store, found));
}
