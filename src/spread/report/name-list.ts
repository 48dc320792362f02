import { Column } from '../../spill/column.ts';
import type { TextStore } from '../../spill/text-store.ts';

/** Names by number: 4 bytes each, and their letters where the store keeps them. */
export class NameList {
  readonly #texts: TextStore;
  readonly #places = new Column((length) => new Uint32Array(length));

  constructor(texts: TextStore) {
    this.#texts = texts;
  }

  get length(): number {
    return this.#places.length;
  }

  /** Its number: the place in the list. */
  add(name: string): number {
    this.#places.push(this.#texts.add(name));
    return this.#places.length - 1;
  }

  /** The empty text beyond the end. */
  at(number: number): string {
    return number < this.#places.length ? this.#texts.get(this.#places.at(number)) : '';
  }

  /** Those of so many numbers, in that order. */
  only(numbers: Iterable<number>): NameList {
    const names = new NameList(this.#texts);
    for (const number of numbers) names.#places.push(this.#places.at(number));
    return names;
  }
}
