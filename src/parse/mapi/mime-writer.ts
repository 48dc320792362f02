import { fail } from '../binary/fail.ts';

/** 57 bytes make a line of 76 characters, RFC 2045 6.8. */
const LINE_BYTES = 57;
const LEAST_CAPACITY = 1024;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** Twelve bits to two characters, low byte first: half the look-ups of the usual table. */
const PAIRS = new Uint16Array(4096);
for (let index = 0; index < 4096; index++) {
  PAIRS[index] = ALPHABET.charCodeAt(index >> 6) | (ALPHABET.charCodeAt(index & 63) << 8);
}

/** Bytes of base64 with line ends that `size` bytes become. */
export function base64Size(size: number): number {
  return Math.ceil(size / 3) * 4 + Math.ceil(size / LINE_BYTES) * 2;
}

/** Collects a message in one buffer that is made large enough at the start where sizes are known. */
export class MimeWriter {
  readonly #limit: number;
  #buffer: Buffer;
  #length = 0;

  constructor(expected: number, limit: number) {
    this.#limit = limit;
    this.#buffer = Buffer.allocUnsafeSlow(Math.min(Math.max(expected, LEAST_CAPACITY), limit));
  }

  get length(): number {
    return this.#length;
  }

  /** Whether so many bytes more stay within the limit of one item. */
  hasRoom(bytes: number): boolean {
    return this.#length + bytes <= this.#limit;
  }

  text(text: string): void {
    this.#reserve(text.length * 3);
    this.#length += this.#buffer.write(text, this.#length, 'utf8');
  }

  bytes(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#buffer.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** A stream as base64 in lines of 76; `size` may lie, the chunks decide. */
  base64(chunks: Iterable<Uint8Array>): void {
    const carry = new Uint8Array(LINE_BYTES);
    let held = 0;
    for (const chunk of chunks) {
      let at = 0;
      if (held > 0) {
        const taken = chunk.subarray(0, LINE_BYTES - held);
        carry.set(taken, held);
        held += taken.length;
        at = taken.length;
        if (held < LINE_BYTES) continue;
        this.#lines(carry, 0, LINE_BYTES);
      }
      const whole = chunk.length - ((chunk.length - at) % LINE_BYTES);
      this.#lines(chunk, at, whole);
      carry.set(chunk.subarray(whole));
      held = chunk.length - whole;
    }
    if (held > 0) this.#lastLine(carry.subarray(0, held));
  }

  /** Takes back what was written after `length`, when a part failed half-way. */
  truncate(length: number): void {
    this.#length = Math.min(this.#length, length);
  }

  finish(): Uint8Array {
    return this.#buffer.subarray(0, this.#length);
  }

  #lines(bytes: Uint8Array, from: number, to: number): void {
    this.#reserve(base64Size(to - from));
    const out = this.#buffer;
    let write = this.#length;
    for (let line = from; line < to; line += LINE_BYTES) {
      for (let at = line; at < line + LINE_BYTES; at += 3) {
        const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
        const first = PAIRS[three >> 12] ?? 0;
        const second = PAIRS[three & 4095] ?? 0;
        out[write] = first;
        out[write + 1] = first >> 8;
        out[write + 2] = second;
        out[write + 3] = second >> 8;
        write += 4;
      }
      out[write++] = 13;
      out[write++] = 10;
    }
    this.#length = write;
  }

  #lastLine(bytes: Uint8Array): void {
    this.text(`${Buffer.from(bytes).toString('base64')}\r\n`);
  }

  #reserve(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#buffer.length) return;
    if (this.#length > this.#limit || more > this.#limit * 3) {
      fail('too-large', `The message is above the limit of ${this.#limit} bytes.`);
    }
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, this.#buffer.length * 2));
    larger.set(this.#buffer.subarray(0, this.#length));
    this.#buffer = larger;
  }
}
