/** Disjoint sets over 0 … n−1 (Tarjan 1975), with path halving. */
export class UnionFind {
  readonly #parent: Uint32Array;

  constructor(size: number) {
    this.#parent = new Uint32Array(size);
    for (let at = 0; at < size; at++) this.#parent[at] = at;
  }

  find(at: number): number {
    let node = at;
    for (;;) {
      const parent = this.#parent[node] ?? node;
      if (parent === node) return node;
      const grand = this.#parent[parent] ?? parent;
      this.#parent[node] = grand;
      node = grand;
    }
  }

  /** The smaller root stays, so that the outcome does not hang on the order of joins. */
  join(one: number, other: number): void {
    const a = this.find(one);
    const b = this.find(other);
    if (a < b) this.#parent[b] = a;
    else this.#parent[a] = b;
  }
}
