import { BANDS, keyOf } from './band-index.ts';
import type { Sketch } from './sketch.ts';

/**
 * Texts that can be in one cluster, directly or through others: those that share a band or all their words. No text
 * is ever compared with one of another component, so that each can be clustered by itself, with the same result.
 *
 * @returns places, each component and all of them in order; texts that are alone are left out
 */
export function componentsOf(sketches: readonly Sketch[]): readonly (readonly number[])[] {
  const sets = new Places(sketches.length);
  const keys = new FirstPlaces(sketches.length);
  const byWords = new Map<number, number>();
  for (const [place, { words }] of sketches.entries()) {
    const same = byWords.get(words);
    if (same === undefined) byWords.set(words, place);
    else sets.join(same, place);
  }
  // A band at a time: one table for all of them would take sixteen times the memory.
  for (let band = 0; band < BANDS; band++) {
    keys.clear();
    for (const [place, { bins }] of sketches.entries())
      sets.join(keys.firstOf(keyOf(bins, band), place), place);
  }
  const components = new Map<number, number[]>();
  for (let place = 0; place < sketches.length; place++) {
    const root = sets.root(place);
    const known = components.get(root);
    if (known === undefined) components.set(root, [place]);
    else known.push(place);
  }
  return [...components.values()].filter(({ length }) => length > 1);
}

/** Disjoint sets of places; the root of each is its first. */
class Places {
  readonly #parents: Int32Array;

  constructor(size: number) {
    this.#parents = Int32Array.from({ length: size }, (_, place) => place);
  }

  root(place: number): number {
    let at = place;
    for (;;) {
      const parent = this.#parents[at] ?? at;
      if (parent === at) return at;
      this.#parents[at] = this.#parents[parent] ?? parent;
      at = parent;
    }
  }

  join(a: number, b: number): void {
    const [x, y] = [this.root(a), this.root(b)];
    if (x !== y) this.#parents[Math.max(x, y)] = Math.min(x, y);
  }
}

/** The first place of each key. */
class FirstPlaces {
  readonly #keys: Uint32Array;
  readonly #places: Int32Array;
  readonly #mask: number;

  constructor(most: number) {
    const size = 2 ** Math.ceil(Math.log2(2 * Math.max(1, most)));
    this.#keys = new Uint32Array(size);
    this.#places = new Int32Array(size);
    this.#mask = size - 1;
  }

  clear(): void {
    this.#places.fill(-1);
  }

  firstOf(key: number, place: number): number {
    let at = key & this.#mask;
    for (; this.#places[at] !== -1; at = (at + 1) & this.#mask) {
      if (this.#keys[at] === key) return this.#places[at] ?? place;
    }
    this.#keys[at] = key;
    this.#places[at] = place;
    return place;
  }
}
