import type { RecordCursor } from './record-list.ts';

/** Sorted runs read as one, by a heap of their next records; of equal ones the earlier run comes first. */
export class MergedRecords implements RecordCursor {
  readonly #keys: number;
  /** The run whose record is at hand is the first. */
  readonly #heap: Ranked[] = [];
  #isBegun = false;

  /** @param runs each in order by its first `keys` words */
  constructor(runs: readonly RecordCursor[], keys: number) {
    this.#keys = keys;
    for (const [rank, cursor] of runs.entries()) if (cursor.next()) this.#heap.push({ cursor, rank });
    for (let at = this.#heap.length >>> 1; at >= 0; at--) this.#sink(at);
  }

  next(): boolean {
    if (!this.#isBegun) {
      this.#isBegun = true;
      return this.#heap.length > 0;
    }
    const [first] = this.#heap;
    if (first === undefined) return false;
    if (!first.cursor.next()) {
      const last = this.#heap.pop();
      if (last === undefined || this.#heap.length === 0) return false;
      this.#heap[0] = last;
    }
    this.#sink(0);
    return true;
  }

  word(at: number): number {
    return this.#heap[0]?.cursor.word(at) ?? 0;
  }

  #sink(from: number): void {
    for (let at = from; ; ) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2]) if (this.#isBefore(child, least)) least = child;
      const [a, b] = [this.#heap[at], this.#heap[least]];
      if (least === at || a === undefined || b === undefined) return;
      this.#heap[at] = b;
      this.#heap[least] = a;
      at = least;
    }
  }

  #isBefore(one: number, other: number): boolean {
    const [a, b] = [this.#heap[one], this.#heap[other]];
    if (a === undefined || b === undefined) return false;
    for (let key = 0; key < this.#keys; key++) {
      const x = a.cursor.word(key) >>> 0;
      const y = b.cursor.word(key) >>> 0;
      if (x !== y) return x < y;
    }
    return a.rank < b.rank;
  }
}

interface Ranked {
  readonly cursor: RecordCursor;
  readonly rank: number;
}
