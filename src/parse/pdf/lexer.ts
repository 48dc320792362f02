import type { PdfDictionary, PdfName, PdfValue } from './value.ts';

/** Arrays and dictionaries inside each other. Attack: a million opening brackets. */
const DEEPEST = 48;
/** Members of one array or dictionary. Attack: one array as long as the file, kept as objects. */
const MOST_MEMBERS = 500_000;
/** Bytes of one string in brackets; signatures, the longest real ones, are hexadecimal. */
const LONGEST_STRING = 2 ** 20;
/** Bytes of one number or keyword; longer ones are noise. */
const LONGEST_WORD = 128;

/** Values of one file; drawings of 50 MB have a million. Attack: megabytes of brackets, each an empty array. */
export const MOST_VALUES = 3_000_000;

/** Values that may still be read, over all lexers that share it. */
export interface ValueBudget {
  left: number;
}

/**
 * Reads objects of PDF (ISO 32000-2, 7.3) out of untrusted bytes from `at` on. What breaks the grammar reads as
 * null and the reading goes on, as every viewer does.
 */
export class PdfLexer {
  readonly bytes: Buffer;
  at: number;
  readonly #budget: ValueBudget;

  constructor(bytes: Buffer, at = 0, budget: ValueBudget = { left: MOST_VALUES }) {
    this.bytes = bytes;
    this.at = at;
    this.#budget = budget;
  }

  /** The object at `at`; null as well for keywords and at the end. */
  value(depth = 0): PdfValue {
    this.skipSpace();
    const byte = this.bytes[this.at];
    if (byte === undefined) return null;
    if (--this.#budget.left < 0) {
      this.at = this.bytes.length;
      return null;
    }
    if (byte === 0x2f) return this.#name();
    if (byte === 0x28) return this.#literal();
    if (byte === 0x5b) return this.#array(depth);
    if (byte === 0x3c)
      return this.bytes[this.at + 1] === 0x3c ? this.#dictionary(depth) : this.#hexadecimal();
    if (isNumeric(byte)) return this.#numberOrReference();
    const word = this.word();
    // A lone delimiter would stop the reading for ever.
    if (word === '') this.at++;
    return word === 'true' ? true : word === 'false' ? false : null;
  }

  /** Regular characters up to the next delimiter or white space, 7.2.3. */
  word(): string {
    const start = this.at;
    while (this.at < this.bytes.length && KIND[this.bytes[this.at] ?? 0] === 0) this.at++;
    return this.bytes.toString('latin1', start, Math.min(this.at, start + LONGEST_WORD));
  }

  skipSpace(): void {
    const { bytes } = this;
    for (;;) {
      while (KIND[bytes[this.at] ?? 0x41] === 1) this.at++;
      if (bytes[this.at] !== 0x25) return;
      while (this.at < bytes.length && bytes[this.at] !== 10 && bytes[this.at] !== 13) this.at++;
    }
  }

  #name(): PdfName {
    this.at++;
    const raw = this.word();
    if (!raw.includes('#')) return { name: raw };
    const name = raw.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    return { name };
  }

  #array(depth: number): PdfValue[] {
    this.at++;
    const out: PdfValue[] = [];
    for (;;) {
      this.skipSpace();
      const byte = this.bytes[this.at];
      if (byte === 0x5d) {
        this.at++;
        return out;
      }
      if (byte === undefined || depth >= DEEPEST || out.length >= MOST_MEMBERS || this.#atEnd()) return out;
      out.push(this.value(depth + 1));
    }
  }

  #dictionary(depth: number): PdfDictionary {
    this.at += 2;
    const out: PdfDictionary = new Map();
    for (;;) {
      this.skipSpace();
      const byte = this.bytes[this.at];
      if (byte === 0x3e) {
        this.at += this.bytes[this.at + 1] === 0x3e ? 2 : 1;
        return out;
      }
      if (byte === undefined || depth >= DEEPEST || out.size >= MOST_MEMBERS || this.#atEnd()) return out;
      if (byte !== 0x2f) {
        this.value(depth + 1);
        continue;
      }
      const key = this.#name().name;
      this.skipSpace();
      if (this.bytes[this.at] === 0x3e && this.bytes[this.at + 1] === 0x3e) continue;
      out.set(key, this.value(depth + 1));
    }
  }

  /** An object that was never closed ends where the next one must. */
  #atEnd(): boolean {
    const byte = this.bytes[this.at];
    return byte === 0x65 && this.bytes.toString('latin1', this.at, this.at + 6) === 'endobj';
  }

  #numberOrReference(): PdfValue {
    const first = this.word();
    if (first === '') this.at++;
    const number = numberOf(first);
    if (!/^\d{1,10}$/.test(first)) return number;
    const after = this.at;
    this.skipSpace();
    const second = isDigit(this.bytes[this.at]) ? this.word() : '';
    if (/^\d{1,5}$/.test(second)) {
      this.skipSpace();
      if (this.bytes[this.at] === 0x52 && KIND[this.bytes[this.at + 1] ?? 0x20] !== 0) {
        this.at++;
        return { number, generation: Number(second) };
      }
    }
    this.at = after;
    return number;
  }

  #hexadecimal(): Buffer {
    const end = this.bytes.indexOf(0x3e, this.at);
    const stop = end < 0 ? this.bytes.length : end;
    const digits = this.bytes.toString('latin1', this.at + 1, stop).replace(/[^0-9a-fA-F]/g, '');
    this.at = stop + 1;
    return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex');
  }

  #literal(): Buffer {
    const { bytes } = this;
    const start = ++this.at;
    const stop = Math.min(bytes.length, start + LONGEST_STRING);
    let nested = 1;
    let escaped = false;
    for (; this.at < stop; this.at++) {
      const byte = bytes[this.at];
      if (byte === 0x5c) {
        escaped = true;
        this.at++;
      } else if (byte === 0x28) nested++;
      else if (byte === 0x29 && --nested === 0) break;
    }
    const end = Math.min(this.at, bytes.length);
    if (escaped) return this.#unescaped(start, end);
    this.at = end + 1;
    return Buffer.from(bytes.subarray(start, end));
  }

  #unescaped(start: number, end: number): Buffer {
    const out: number[] = [];
    for (this.at = start; this.at < end; this.at++) {
      const byte = this.bytes[this.at] ?? 0;
      if (byte === 0x5c) this.#escape(out);
      else out.push(byte);
    }
    this.at = end + 1;
    return Buffer.from(out);
  }

  /** After a backslash, 7.3.4.2 table 3; leaves `at` on the last byte it took. */
  #escape(out: number[]): void {
    const { bytes } = this;
    const byte = bytes[++this.at] ?? 0;
    if (byte >= 0x30 && byte <= 0x37) {
      let code = byte & 7;
      for (let i = 0; i < 2 && isOctal(bytes[this.at + 1]); i++)
        code = code * 8 + ((bytes[++this.at] ?? 0) & 7);
      out.push(code & 0xff);
      return;
    }
    if (byte === 13 || byte === 10) {
      if (byte === 13 && bytes[this.at + 1] === 10) this.at++;
      return;
    }
    out.push(ESCAPES.get(byte) ?? byte);
  }
}

const ESCAPES = new Map([
  [0x6e, 10],
  [0x72, 13],
  [0x74, 9],
  [0x62, 8],
  [0x66, 12],
]);

/** 1 for white space, 2 for delimiters, 0 for regular characters: 7.2.3, tables 1 and 2. */
const KIND = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32]) KIND[byte] = 1;
for (const byte of Buffer.from('()<>[]{}/%')) KIND[byte] = 2;

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

function isOctal(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x37;
}

function isNumeric(byte: number): boolean {
  return isDigit(byte) || byte === 0x2b || byte === 0x2d || byte === 0x2e;
}

function numberOf(word: string): number {
  const value = Number(word);
  return Number.isFinite(value) ? value : 0;
}
