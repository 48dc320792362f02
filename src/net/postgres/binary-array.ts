import { withoutNul } from './nul.ts';
import type { Parameter, Scalar, Statement } from './protocol.ts';

/**
 * Arrays in the binary form of the protocol (PostgreSQL, `array_recv` and the `recv` function of each type). As text, every
 * string of a batch was searched for quotes and backslashes twice, written into one literal of megabytes, copied to the thread of the
 * connection, and parsed by the server: a quarter of all that a shared sift took (docs/decisions/0411).
 *
 * Only where the statement says the type: `$2::text[]`. The server refuses bytes of another.
 */
const TYPES: Readonly<Record<string, number>> = {
  ...{ boolean: 16, bytea: 17, bigint: 20, integer: 23, text: 25, float8: 701, tsvector: 3614 },
};

/** Dimensions, flags, type, length and lower bound, four bytes each. */
const HEADER_BYTES = 20;
const FIRST_BYTES = 2 ** 16;
const NULL_LENGTH = -1;
/** Of UTF-8, for each unit of UTF-16. */
const MOST_BYTES_PER_UNIT = 3;
/** Beyond this a text is measured first, and what was written into is let go. */
const LONG_CHARS = 2 ** 20;

/** Statements with their arrays as bytes, and the buffers of these, which may be handed to another thread without a copy. */
export class BinaryArrays {
  readonly #typesOf = new Map<string, ReadonlyMap<number, string>>();
  #bytes = Buffer.allocUnsafeSlow(FIRST_BYTES);
  #at = 0;

  encoded(statements: readonly Statement[]): { statements: readonly Statement[]; buffers: ArrayBuffer[] } {
    const buffers: ArrayBuffer[] = [];
    const done = statements.map(({ sql, parameters, ...more }) => ({
      sql,
      ...more,
      parameters: parameters.map((value, at) => {
        const type = isList(value) ? this.#types(sql).get(at + 1) : undefined;
        if (type === undefined || !isList(value)) return value;
        const bytes = this.#array(type, value);
        buffers.push(bytes.buffer);
        return bytes;
      }),
    }));
    if (this.#bytes.length > LONG_CHARS * 4) this.#bytes = Buffer.allocUnsafeSlow(FIRST_BYTES);
    return { statements: done, buffers };
  }

  /** Of a parameter by its number. Searches have statements of their own, without arrays: those are not kept. */
  #types(sql: string): ReadonlyMap<number, string> {
    const known = this.#typesOf.get(sql);
    if (known !== undefined) return known;
    const found = [...sql.matchAll(/\$(\d+)::(\w+)\[\]/g)].map(
      ([, number, type = '']) => [Number(number), type] as const,
    );
    const types = new Map(found.filter(([, type]) => Object.hasOwn(TYPES, type)));
    if (types.size > 0) this.#typesOf.set(sql, types);
    return types;
  }

  #array(type: string, values: readonly Scalar[]): Uint8Array<ArrayBuffer> {
    this.#at = HEADER_BYTES;
    let hasNull = false;
    for (const value of values) {
      if (value === null) {
        hasNull = true;
        this.#room(4);
        this.#at = this.#bytes.writeInt32BE(NULL_LENGTH, this.#at);
      } else this.#element(type, value);
    }
    const isEmpty = values.length === 0;
    this.#bytes.writeInt32BE(isEmpty ? 0 : 1, 0);
    this.#bytes.writeInt32BE(hasNull ? 1 : 0, 4);
    this.#bytes.writeInt32BE(TYPES[type] ?? 0, 8);
    this.#bytes.writeInt32BE(values.length, 12);
    this.#bytes.writeInt32BE(1, 16);
    return new Uint8Array(this.#bytes.subarray(0, isEmpty ? 12 : this.#at));
  }

  #element(type: string, value: Exclude<Scalar, null>): void {
    switch (type) {
      case 'boolean':
        this.#room(5);
        this.#at = this.#bytes.writeInt32BE(1, this.#at);
        this.#at = this.#bytes.writeUInt8(value === true ? 1 : 0, this.#at);
        return;
      case 'integer':
        this.#room(8);
        this.#at = this.#bytes.writeInt32BE(4, this.#at);
        this.#at = this.#bytes.writeInt32BE(Number(value), this.#at);
        return;
      case 'bigint':
        this.#room(12);
        this.#at = this.#bytes.writeInt32BE(8, this.#at);
        this.#whole(Number(value));
        return;
      case 'float8':
        this.#room(12);
        this.#at = this.#bytes.writeInt32BE(8, this.#at);
        this.#at = this.#bytes.writeDoubleBE(Number(value), this.#at);
        return;
      default:
        if (value instanceof Uint8Array) this.#raw(value);
        else this.#text(String(value));
    }
  }

  /** Eight bytes of a number below 2^53, whatever its sign. */
  #whole(value: number): void {
    const high = Math.floor(value / 2 ** 32);
    this.#at = this.#bytes.writeInt32BE(high, this.#at);
    this.#at = this.#bytes.writeUInt32BE(value - high * 2 ** 32, this.#at);
  }

  #raw(value: Uint8Array): void {
    this.#room(4 + value.length);
    this.#at = this.#bytes.writeInt32BE(value.length, this.#at);
    this.#bytes.set(value, this.#at);
    this.#at += value.length;
  }

  #text(value: string): void {
    const text = withoutNul(value);
    const isLong = text.length > LONG_CHARS;
    this.#room(4 + (isLong ? Buffer.byteLength(text) : text.length * MOST_BYTES_PER_UNIT));
    const length = this.#bytes.write(text, this.#at + 4, 'utf8');
    this.#at = this.#bytes.writeInt32BE(length, this.#at) + length;
  }

  #room(bytes: number): void {
    if (this.#at + bytes <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(2 * this.#bytes.length, this.#at + bytes));
    larger.set(this.#bytes.subarray(0, this.#at));
    this.#bytes = larger;
  }
}

function isList(value: Parameter): value is readonly Scalar[] {
  return Array.isArray(value);
}
