import { deflateRawSync, inflateRawSync } from 'node:zlib';

/**
 * Whole numbers as text, for what goes from process to process: each in as many bytes as it needs (LEB128, seven bits a
 * byte), deflated, in base64. Columns of neighbours that differ little take about two bytes a number.
 */
export class NumberWriter {
  #bytes = new Uint8Array(4096);
  #end = 0;

  /** A whole number from 0 to 2^53. */
  add(value: number): void {
    if (this.#end + LONGEST > this.#bytes.length) this.#grow();
    let rest = value;
    while (rest >= 0x80) {
      this.#bytes[this.#end++] = (rest % 0x80) + 0x80;
      rest = Math.floor(rest / 0x80);
    }
    this.#bytes[this.#end++] = rest;
  }

  /** One that may be below 0: small numbers of either sign stay short. */
  addSigned(value: number): void {
    this.add(value < 0 ? -2 * value - 1 : 2 * value);
  }

  text(): string {
    return deflateRawSync(this.#bytes.subarray(0, this.#end), { level: 1 }).toString('base64');
  }

  #grow(): void {
    const wider = new Uint8Array(Math.ceil(this.#bytes.length * 1.5) + LONGEST);
    wider.set(this.#bytes);
    this.#bytes = wider;
  }
}

/** Bytes of the largest number. */
const LONGEST = 8;

/** Reads what a NumberWriter wrote, in the same order. */
export class NumberReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(text: string) {
    this.#bytes = inflateRawSync(Buffer.from(text, 'base64'));
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  next(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 0x80) {
      const byte = this.#bytes[this.#at++] ?? 0;
      if (byte < 0x80) return value + byte * scale;
      value += (byte - 0x80) * scale;
    }
  }

  nextSigned(): number {
    const value = this.next();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }
}
