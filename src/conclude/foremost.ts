/** The foremost of very many, in their order and otherwise as they came; a few more than are asked for are held. */
export class Foremost<T> {
  readonly #most: number;
  readonly #inOrder: (a: T, b: T) => number;
  #held: T[] = [];

  constructor(most: number, inOrder: (a: T, b: T) => number) {
    this.#most = most;
    this.#inOrder = inOrder;
  }

  add(value: T): void {
    this.#held.push(value);
    if (this.#held.length >= 1.25 * this.#most + 16) this.#held = this.all();
  }

  all(): T[] {
    return this.#held.sort(this.#inOrder).slice(0, this.#most);
  }
}
