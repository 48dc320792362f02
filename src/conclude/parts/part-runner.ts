import type { CaseStore } from '../../case/store.ts';
import type { CommonOf, FoundOf, PartName, PieceOf } from './parts.ts';
import { PieceReader } from './piece-reader.ts';
import { PreparedPart, partOf } from './prepared-part.ts';

/** Has parts done, somewhere. */
export interface PartRunner {
  /** How many items a piece should have. */
  readonly itemsEach: number;
  /** Results in the order of the pieces, written as far as `settle` does it. */
  run<N extends PartName>(name: N, common: CommonOf<N>, pieces: readonly PieceOf<N>[]): readonly FoundOf<N>[];
  /** No more is to be done. */
  close(): void;
}

/** Messages of so many items are read, judged and written at once: the bound on memory, and on what is lost. */
export const ITEMS_EACH = 2000;

/** Does everything itself, one piece after the other. */
export class InlineParts implements PartRunner {
  readonly itemsEach: number;
  readonly #store: CaseStore;
  readonly #reader: PieceReader;
  readonly #prepared: PreparedPart;

  constructor(store: CaseStore, itemsEach = ITEMS_EACH) {
    this.itemsEach = itemsEach;
    this.#store = store;
    this.#reader = new PieceReader(store, Number.POSITIVE_INFINITY);
    this.#prepared = new PreparedPart(this.#reader);
  }

  run<N extends PartName>(
    name: N,
    common: CommonOf<N>,
    pieces: readonly PieceOf<N>[],
  ): readonly FoundOf<N>[] {
    const work = this.#prepared.of(name, common);
    return pieces.map((piece) => settled(this.#store, name, work(piece)));
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
