import type { SignedHeader } from './message.ts';

const LF = 10;
const CR = 13;
const SPACE = 32;
const TAB = 9;
const COLON = 58;

/**
 * Collects the bytes a header signature is made over (RFC 6376 section 3.4.1, 3.4.2 and 3.7). One is kept
 * per thread and reset for every signature, so the common case allocates nothing.
 */
export class HeaderData {
  #bytes = Buffer.allocUnsafe(16 * 1024);
  #length = 0;

  reset(): void {
    this.#length = 0;
  }

  /** Valid until the next change. */
  get bytes(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  get length(): number {
    return this.#length;
  }

  /** Adds one canonical field. `blank` is the part of it to leave out (the value of b=). */
  add(
    message: Uint8Array,
    field: SignedHeader,
    relaxed: boolean,
    blank?: { start: number; end: number },
  ): void {
    this.#reserve(2 * (field.range.end - field.range.start) + 4);
    if (relaxed) this.#addRelaxed(message, field, blank);
    else this.#addSimple(message, field, blank);
  }

  /** The CRLF between fields; the signature's own field, the last, has none. */
  addLineEnd(): void {
    this.#reserve(2);
    this.#bytes[this.#length++] = CR;
    this.#bytes[this.#length++] = LF;
  }

  #addRelaxed(message: Uint8Array, field: SignedHeader, blank?: { start: number; end: number }): void {
    const bytes = this.#bytes;
    let out = this.#length;
    for (let i = field.range.start; i < field.colon; i++) {
      const byte = message[i] as number;
      if (byte === SPACE || byte === TAB || byte === CR || byte === LF) continue;
      bytes[out++] = byte >= 65 && byte <= 90 ? byte + 32 : byte;
    }
    bytes[out++] = COLON;
    const valueStart = out;
    let space = false;
    const end = field.range.end;
    for (let i = field.colon + 1; i < end; i++) {
      if (blank !== undefined && i === blank.start) i = blank.end;
      if (i >= end) break;
      const byte = message[i] as number;
      if (byte === SPACE || byte === TAB) space = true;
      else if (byte === LF || (byte === CR && (i + 1 >= end || message[i + 1] === LF))) {
        // Unfolding: the line end goes, the white space after it stays.
      } else {
        if (space && out > valueStart) bytes[out++] = SPACE;
        space = false;
        bytes[out++] = byte;
      }
    }
    this.#length = out;
  }

  /** As it lies, with LF turned into CRLF and without the final line end. */
  #addSimple(message: Uint8Array, field: SignedHeader, blank?: { start: number; end: number }): void {
    const bytes = this.#bytes;
    let out = this.#length;
    const end = trimLineEnd(message, field.range.start, field.range.end);
    for (let i = field.range.start; i < end; i++) {
      if (blank !== undefined && i === blank.start) i = blank.end;
      if (i >= end) break;
      const byte = message[i] as number;
      if (byte === LF && message[i - 1] !== CR) bytes[out++] = CR;
      bytes[out++] = byte;
    }
    this.#length = out;
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(2 * (this.#length + more));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}

/** The end of a header field without its final LF or CRLF. */
export function trimLineEnd(bytes: Uint8Array, start: number, end: number): number {
  let trimmed = end;
  if (trimmed > start && bytes[trimmed - 1] === LF) trimmed--;
  if (trimmed > start && trimmed < end && bytes[trimmed - 1] === CR) trimmed--;
  return trimmed;
}
