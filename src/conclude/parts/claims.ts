/** Which pieces somebody has begun, in memory that threads share. Each is begun once. */
export class Claims {
  readonly #cells: Int32Array;

  constructor(memory: SharedArrayBuffer) {
    this.#cells = new Int32Array(memory);
  }

  static memoryFor(pieces: number): SharedArrayBuffer {
    return new SharedArrayBuffer(Math.max(1, pieces) * Int32Array.BYTES_PER_ELEMENT);
  }

  /** False where another was first. */
  take(at: number): boolean {
    return Atomics.compareExchange(this.#cells, at, 0, 1) === 0;
  }
}
