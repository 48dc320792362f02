/**
 * Threads that gave each other words, as one (union-find). A thread's words stand under another's headers; a fold that
 * learnt the topic from one decoy and met it again in another would tell the topic, not the decoy. In the control of real
 * against real a topic stays in its fold by itself.
 */
export class Origins {
  readonly #parents = new Map<string, string>();

  join(one: string, other: string): void {
    const [a, b] = [this.of(one), this.of(other)];
    if (a !== b) this.#parents.set(a, b);
  }

  /** The same name for all that were joined. */
  of(name: string): string {
    let at = name;
    for (let next = this.#parents.get(at); next !== undefined; next = this.#parents.get(at)) at = next;
    if (at !== name) this.#parents.set(name, at);
    return at;
  }
}
