/** How many roles of one value are told apart. Attack: a value in a thousand places of a made-up document. */
const MOST_ROLES = 32;

/** In which roles a value is borne, and how often. Most values have one role, which costs no map. */
export class RoleCounts {
  #role = '';
  #count = 0;
  #more: Map<string, number> | null = null;

  add(role: string, times = 1): void {
    if (this.#count === 0) this.#role = role;
    if (role === this.#role) {
      this.#count += times;
      return;
    }
    this.#more ??= new Map();
    const known = this.#more.get(role);
    if (known !== undefined || this.#more.size < MOST_ROLES - 1) this.#more.set(role, (known ?? 0) + times);
  }

  /** In the order in which they came. */
  *[Symbol.iterator](): IterableIterator<readonly [role: string, times: number]> {
    if (this.#count === 0) return;
    yield [this.#role, this.#count];
    if (this.#more !== null) yield* this.#more;
  }

  /** The most frequent first, those of one count in the order in which they came. */
  top(most: number): readonly string[] {
    const all: [string, number][] = this.#count === 0 ? [] : [[this.#role, this.#count]];
    if (this.#more !== null) all.push(...this.#more);
    return all
      .sort((a, b) => b[1] - a[1])
      .slice(0, most)
      .map(([role]) => role);
  }
}
