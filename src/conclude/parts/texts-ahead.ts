import type { CaseStore } from '../../case/store.ts';

/** Texts of at most 64 KB each that are read at once: 4 MB. */
const READ_AT_ONCE = 64;

/**
 * Texts of rows that are asked for about in an order known before: some are read at once, since a question to a database takes as
 * long as the answer to fifty (docs/decisions/0440).
 */
export class TextsAhead {
  readonly #store: Pick<CaseStore, 'textsOf'>;
  readonly #alone: (row: number) => string;
  #places: ReadonlyMap<number, number> = new Map();
  #rows: readonly number[] = [];
  #read: ReadonlyMap<number, string> = new Map();
  /** The place after the last that was read. */
  #next = 0;

  /** @param alone the text of a row that is not read with others: `textOf`, or `readableText` */
  constructor(store: Pick<CaseStore, 'textsOf'>, alone: (row: number) => string) {
    this.#store = store;
    this.#alone = alone;
  }

  /** Rows that will be asked for, in about this order; instead of those said before. */
  expect(rows: Iterable<number>): void {
    this.#rows = [...new Set(rows)];
    this.#places = new Map(this.#rows.map((row, place) => [row, place]));
    this.#read = new Map();
    this.#next = 0;
  }

  of(row: number): string {
    return this.#read.get(row) ?? this.#readFrom(row) ?? this.#alone(row);
  }

  /** It and those that follow it, in place of those read before; never backwards, or one that is asked for again would cost all. */
  #readFrom(row: number): string | undefined {
    const place = this.#places.get(row);
    if (place === undefined || place < this.#next) return undefined;
    this.#next = place + READ_AT_ONCE;
    this.#read = this.#store.textsOf(this.#rows.slice(place, this.#next));
    return this.#read.get(row);
  }
}
