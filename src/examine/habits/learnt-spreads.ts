import { type Spread, spreadOf } from './spread.ts';

/** What is usual of a figure, by key: all that was seen of it is held, up to a bound, until it is asked for. */
export class LearntSpreads {
  readonly #values = new Map<string, number[]>();
  readonly #spreads = new Map<string, Spread | null>();
  readonly #mostOfKey: number;
  readonly #mostKeys: number;

  /** Figures of a key, and keys, beyond these are passed over. */
  constructor(mostOfKey: number, mostKeys = Number.POSITIVE_INFINITY) {
    this.#mostOfKey = mostOfKey;
    this.#mostKeys = mostKeys;
  }

  learn(key: string, value: number): void {
    const known = this.#values.get(key);
    if (known !== undefined && known.length < this.#mostOfKey) known.push(value);
    else if (known === undefined && this.#values.size < this.#mostKeys) this.#values.set(key, [value]);
  }

  /** Null where fewer than `least` were seen. All are learnt before the first is asked for. */
  of(key: string, least: number): Spread | null {
    const known = this.#spreads.get(key);
    if (known !== undefined) return known;
    const values = this.#values.get(key) ?? [];
    const spread = values.length < least ? null : spreadOf(values);
    this.#spreads.set(key, spread);
    return spread;
  }

  seen(): readonly (readonly [key: string, values: readonly number[]])[] {
    return [...this.#values];
  }
}
