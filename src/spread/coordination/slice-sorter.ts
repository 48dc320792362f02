import { PAIR_NUMBERS, TO } from './pair-slices.ts';

/** Below this an insertion sort is faster than clearing counters: most accounts have few pairs. */
const SMALL = 32;
const DIGIT_BITS = 11;
const DIGIT = 2 ** DIGIT_BITS;

/**
 * Sorts the pairs of a slice by their higher account, keeping the order among equals. Radix sort in two or three
 * passes of eleven bits; a comparison sort of doubles took four times as long on slices of a million.
 */
export class SliceSorter {
  #order = new Uint32Array(1024);
  #other = new Uint32Array(1024);
  readonly #counts = new Uint32Array(DIGIT + 1);

  /** Where the pairs begin in `pairs`, sorted; a view that is valid until the next call. */
  order(pairs: Uint32Array, start: number, size: number): Uint32Array {
    if (size > this.#order.length) {
      this.#order = new Uint32Array(Math.ceil(size * 1.2));
      this.#other = new Uint32Array(Math.ceil(size * 1.2));
    }
    let most = 0;
    for (let i = 0; i < size; i++) {
      const at = (start + i) * PAIR_NUMBERS;
      this.#order[i] = at;
      most = Math.max(most, pairs[at + TO] ?? 0);
    }
    if (size <= SMALL) this.#insertion(pairs, size);
    // Fewer pairs than counters: the built-in sort of (account, place) packed into doubles, which is exact.
    else if (size < DIGIT / 2) this.#packed(pairs, start, size);
    else for (let shift = 0; most >> shift > 0; shift += DIGIT_BITS) this.#pass(pairs, size, shift);
    return this.#order;
  }

  #insertion(pairs: Uint32Array, size: number): void {
    const order = this.#order;
    for (let i = 1; i < size; i++) {
      const at = order[i] ?? 0;
      const to = pairs[at + TO] ?? 0;
      let j = i;
      for (; j > 0 && (pairs[(order[j - 1] ?? 0) + TO] ?? 0) > to; j--) order[j] = order[j - 1] ?? 0;
      order[j] = at;
    }
  }

  readonly #keys = new Float64Array(DIGIT);

  #packed(pairs: Uint32Array, start: number, size: number): void {
    const keys = this.#keys.subarray(0, size);
    for (let i = 0; i < size; i++) keys[i] = (pairs[(start + i) * PAIR_NUMBERS + TO] ?? 0) * DIGIT + i;
    keys.sort();
    for (let i = 0; i < size; i++) this.#order[i] = (start + ((keys[i] ?? 0) % DIGIT)) * PAIR_NUMBERS;
  }

  #pass(pairs: Uint32Array, size: number, shift: number): void {
    const from = this.#order;
    const into = this.#other;
    const counts = this.#counts.fill(0);
    for (let i = 0; i < size; i++) {
      const digit = (((pairs[(from[i] ?? 0) + TO] ?? 0) >>> shift) & (DIGIT - 1)) + 1;
      counts[digit] = (counts[digit] ?? 0) + 1;
    }
    for (let digit = 1; digit <= DIGIT; digit++)
      counts[digit] = (counts[digit] ?? 0) + (counts[digit - 1] ?? 0);
    for (let i = 0; i < size; i++) {
      const at = from[i] ?? 0;
      const digit = ((pairs[at + TO] ?? 0) >>> shift) & (DIGIT - 1);
      const place = counts[digit] ?? 0;
      into[place] = at;
      counts[digit] = place + 1;
    }
    this.#order = into;
    this.#other = from;
  }
}
