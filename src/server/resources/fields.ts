import { badRequest } from '../http/http-error.ts';

/** The body of a POST, read with bounds, as Parameters reads an address. Throws HttpError 400. */
export class Fields {
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(body: unknown) {
    this.#values = recordOf(body);
  }

  /** Empty where it is not given. */
  text(name: string, most: number): string {
    const value = this.#values[name] ?? '';
    if (typeof value !== 'string' || value.length > most)
      throw badRequest(`"${name}" is a text of at most ${most} characters.`);
    return value.toWellFormed();
  }

  flag(name: string): boolean {
    return this.#values[name] === true;
  }

  word<const T extends string>(name: string, words: readonly T[], absent?: T): T {
    const value = this.#values[name];
    const found = value === undefined || value === '' ? absent : words.find((word) => word === value);
    if (found === undefined) throw badRequest(`"${name}" is one of: ${words.join(', ')}.`);
    return found;
  }

  /** Lines of text; what else stands there is left out. */
  list(name: string, most: number): readonly string[] {
    const value = this.#values[name];
    return Array.isArray(value) ? value.filter((each) => typeof each === 'string').slice(0, most) : [];
  }

  /** Texts by name; what is longer is refused. */
  record(name: string, most: number): Readonly<Record<string, string>> {
    const fields = new Fields(this.#values[name]);
    return Object.fromEntries(Object.keys(fields.#values).map((key) => [key, fields.text(key, most)]));
  }
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
