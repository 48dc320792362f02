/** Strings as small numbers, in the order in which they were first seen. */
export class Dictionary {
  readonly #numbers = new Map<string, number>();
  readonly #values: string[] = [];

  number(value: string): number {
    const known = this.#numbers.get(value);
    if (known !== undefined) return known;
    this.#numbers.set(value, this.#values.length);
    this.#values.push(value);
    return this.#values.length - 1;
  }

  find(value: string): number | null {
    return this.#numbers.get(value) ?? null;
  }

  value(number: number): string {
    return this.#values[number] ?? '';
  }

  get size(): number {
    return this.#values.length;
  }
}
