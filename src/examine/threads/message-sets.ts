/**
 * Disjoint sets of messages with path halving (Tarjan and van Leeuwen 1984): forests, so any depth costs no stack. The
 * root of each is its first. 4 bytes a message.
 */
export class MessageSets {
  readonly #parents: Int32Array;

  constructor(size: number) {
    this.#parents = new Int32Array(size);
    for (let number = 0; number < size; number++) this.#parents[number] = number;
  }

  root(number: number): number {
    let at = number;
    for (;;) {
      const parent = this.#parents[at] ?? at;
      if (parent === at) return at;
      const grand = this.#parents[parent] ?? parent;
      this.#parents[at] = grand;
      at = grand;
    }
  }

  join(a: number, b: number): void {
    const x = this.root(a);
    const y = this.root(b);
    if (x !== y) this.#parents[Math.max(x, y)] = Math.min(x, y);
  }
}
