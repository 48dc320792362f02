/** One number for each of very many things, in a typed array that grows. */
export class Column<A extends Int32Array | Uint32Array | Float64Array | Uint8Array> {
  readonly #make: (length: number) => A;
  #values: A;
  #length = 0;

  /** @param make `(length) => new Int32Array(length)` or another */
  constructor(make: (length: number) => A) {
    this.#make = make;
    this.#values = make(FIRST);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) this.#grow();
    this.#values[this.#length++] = value;
  }

  /** 0 beyond the end. */
  at(place: number): number {
    return this.#values[place] ?? 0;
  }

  set(place: number, value: number): void {
    this.#values[place] = value;
  }

  /** A view of all of them, until the next is pushed. */
  get values(): A {
    return this.#values.subarray(0, this.#length) as A;
  }

  #grow(): void {
    const wider = this.#make(Math.ceil(1.5 * this.#values.length));
    wider.set(this.#values);
    this.#values = wider;
  }
}

const FIRST = 1024;
