/** Days since 1970, counted once each. Most values are seen on one day only, which costs no set. */
export class DaySet {
  #only = -1;
  #more: Set<number> | null = null;
  /** Mail lies in order of time: the day is mostly that of the message before. */
  #last = -1;

  add(day: number): void {
    if (day === this.#last) return;
    this.#last = day;
    if (this.#more !== null) this.#more.add(day);
    else if (this.#only === -1) this.#only = day;
    else if (this.#only !== day) this.#more = new Set([this.#only, day]);
  }

  *[Symbol.iterator](): IterableIterator<number> {
    if (this.#more !== null) yield* this.#more;
    else if (this.#only !== -1) yield this.#only;
  }

  get size(): number {
    return this.#more?.size ?? (this.#only === -1 ? 0 : 1);
  }
}
