/** A list of small numbers for each item, packed: those of item i stand from starts[i] to starts[i + 1]. */
export interface Lists {
  readonly starts: Uint32Array;
  readonly values: Uint32Array;
}

/** Packs lists one after the other. */
export class ListBuilder {
  readonly #starts: number[] = [0];
  readonly #values: number[] = [];

  add(values: readonly number[]): void {
    for (const value of values) this.#values.push(value);
    this.#starts.push(this.#values.length);
  }

  build(): Lists {
    return { starts: Uint32Array.from(this.#starts), values: Uint32Array.from(this.#values) };
  }
}

/** The list of one item, as a view of all lists. */
export function listOf({ starts, values }: Lists, item: number): Uint32Array {
  return values.subarray(starts[item] ?? 0, starts[item + 1] ?? 0);
}
