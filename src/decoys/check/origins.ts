/**
 * Threads that gave each other words, as one (union-find). A thread's words stand under another's headers; a fold that
 * learnt the topic from one decoy and met it again in another would tell the topic, not the decoy. In the control of real
 * against real a topic stays in its fold by itself.
 */
export class Origins {
  readonly #parents = new Map<string, string>();
  readonly #sizes: Map<string, number>;
  readonly #most: number;

  /**
   * @param sizes mails of each thread
   * @param most mails of one origin at most: threads unlike all others give their mails one by one, to many, and would
   * end as one origin that no folds can be made of
   */
  constructor(sizes: ReadonlyMap<string, number>, most: number) {
    this.#sizes = new Map(sizes);
    this.#most = most;
  }

  join(one: string, other: string): void {
    const [a, b] = [this.of(one), this.of(other)];
    const size = (this.#sizes.get(a) ?? 1) + (this.#sizes.get(b) ?? 1);
    if (a === b || size > this.#most) return;
    this.#parents.set(a, b);
    this.#sizes.set(b, size);
  }

  /** The same name for all that were joined. */
  of(name: string): string {
    let at = name;
    for (let next = this.#parents.get(at); next !== undefined; next = this.#parents.get(at)) at = next;
    if (at !== name) this.#parents.set(name, at);
    return at;
  }
}
