import type { CaseStore } from '../../case/store.ts';
import type { Part } from './part.ts';
import { type CommonOf, type FoundOf, PARTS, type PartName, type PieceOf } from './parts.ts';
import { PieceReader } from './piece-reader.ts';

/** Has parts done, somewhere. */
export interface PartRunner {
  /** Results in the order of the pieces, written as far as `settle` does it. */
  run<N extends PartName>(name: N, common: CommonOf<N>, pieces: readonly PieceOf<N>[]): readonly FoundOf<N>[];
  /** How many items a piece should have. */
  readonly itemsEach: number;
  /** No more is to be done. */
  close(): void;
}

/** Messages of so many items are read, judged and written at once: the bound on memory, and on what is lost. */
const ITEMS_EACH = 2000;

/** Does everything itself, one piece after the other. */
export class InlineParts implements PartRunner {
  readonly itemsEach: number;
  readonly #store: CaseStore;
  readonly #reader: PieceReader;

  constructor(store: CaseStore, itemsEach = ITEMS_EACH) {
    this.itemsEach = itemsEach;
    this.#store = store;
    this.#reader = new PieceReader(store, Number.POSITIVE_INFINITY);
  }

  run<N extends PartName>(
    name: N,
    common: CommonOf<N>,
    pieces: readonly PieceOf<N>[],
  ): readonly FoundOf<N>[] {
    const part = PARTS[name] as Part<CommonOf<N>, PieceOf<N>, FoundOf<N>>;
    const work = part.prepare(this.#reader, common);
    return pieces.map((piece) => settled(this.#store, part, work(piece)));
  }

  close(): void {
    this.#reader.release();
  }
}

/** Writes what a result says at once. Returns the rest. */
export function settled<Found>(
  store: CaseStore,
  { settle }: Pick<Part<never, never, Found>, 'settle'>,
  found: Found,
): Found {
  return settle === undefined ? found : store.transaction(() => settle(store, found));
}
