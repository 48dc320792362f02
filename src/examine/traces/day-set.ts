/** Beyond so many, a bit for each day is less than a set. */
const MOST_IN_SET = 256;
/** Days that a bit can stand for: up to the year 2149, as `dayOf` lets through. */
const MOST_DAYS = 2 ** 16;

/** Days since 1970, counted once each. Most values are seen on one day only, which costs no set; kinds on thousands. */
export class DaySet {
  #only = -1;
  #more: Set<number> | null = null;
  #bits: Uint32Array | null = null;
  #inBits = 0;

  /** @param day below 65,536 */
  add(day: number): void {
    if (this.#bits !== null) this.#mark(this.#bits, day);
    else if (this.#more !== null) this.#addTo(this.#more, day);
    else if (this.#only === -1) this.#only = day;
    else if (this.#only !== day) this.#more = new Set([this.#only, day]);
  }

  #addTo(days: Set<number>, day: number): void {
    days.add(day);
    if (days.size <= MOST_IN_SET) return;
    this.#bits = new Uint32Array(MOST_DAYS / 32);
    for (const each of days) this.#mark(this.#bits, each);
    this.#more = null;
  }

  #mark(bits: Uint32Array, day: number): void {
    const word = bits[day >>> 5] ?? 0;
    const marked = word | (1 << (day & 31));
    if (marked >>> 0 === word) return;
    bits[day >>> 5] = marked;
    this.#inBits++;
  }

  /** In no order that matters. */
  *[Symbol.iterator](): IterableIterator<number> {
    if (this.#bits !== null) yield* daysIn(this.#bits);
    else if (this.#more !== null) yield* this.#more;
    else if (this.#only !== -1) yield this.#only;
  }

  get size(): number {
    if (this.#bits !== null) return this.#inBits;
    return this.#more?.size ?? (this.#only === -1 ? 0 : 1);
  }
}

function* daysIn(bits: Uint32Array): IterableIterator<number> {
  for (let word = 0; word < bits.length; word++) {
    for (let rest = bits[word] ?? 0; rest !== 0; rest &= rest - 1)
      yield 32 * word + 31 - Math.clz32(rest & -rest);
  }
}
