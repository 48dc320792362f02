import { LANGUAGES, type Language } from '../../model/text.ts';
import { badRequest } from './http-error.ts';

/** The query of an address, read with bounds. Throws HttpError 400. */
export class Parameters {
  readonly #values: URLSearchParams;

  constructor(values: URLSearchParams) {
    this.#values = values;
  }

  text(name: string, most = 4_000): string | null {
    const value = this.#values.get(name);
    if (value === null) return null;
    if (value.length > most) throw badRequest(`"${name}" is longer than ${most} characters.`);
    return value;
  }

  number(
    name: string,
    bounds: { readonly default: number; readonly min: number; readonly max: number },
  ): number {
    const value = this.#values.get(name);
    if (value === null || value === '') return bounds.default;
    const number = Number(value);
    if (!Number.isFinite(number) || number < bounds.min || number > bounds.max)
      throw badRequest(`"${name}" is a number from ${bounds.min} to ${bounds.max}.`);
    return Math.trunc(number);
  }

  word<const T extends string>(name: string, words: readonly T[], absent: T): T {
    const value = this.#values.get(name);
    if (value === null || value === '') return absent;
    const found = words.find((word) => word === value);
    if (found === undefined) throw badRequest(`"${name}" is one of: ${words.join(', ')}.`);
    return found;
  }

  /** Of texts in the answer. */
  language(absent: Language): Language {
    return this.word('lang', LANGUAGES, absent);
  }

  /** The part of a list asked for. */
  page(limits: { readonly default: number; readonly max: number }): {
    readonly offset: number;
    readonly limit: number;
  } {
    return {
      offset: this.number('offset', { default: 0, min: 0, max: 1e9 }),
      limit: this.number('limit', { default: limits.default, min: 0, max: limits.max }),
    };
  }
}
