import { asBuffer } from '../binary/as-buffer.ts';
import { decodeText } from '../mapi/code-page.ts';

/** One record of a workbook stream, [MS-XLS] 2.1.4, its continuations apart: strings may break between them. */
export interface BiffRecord {
  readonly type: number;
  readonly parts: readonly Buffer[];
}

const CONTINUE = 0x3c;
/** Attack: a stream of nothing but empty records. */
const MOST_RECORDS = 4_000_000;

/**
 * The records of a workbook stream (MS-XLS 2.1.4), each joined with its Continue records. Ends where the stream
 * breaks off.
 */
export function* biffRecords(stream: Uint8Array): Generator<BiffRecord> {
  const bytes = asBuffer(stream);
  let current: { type: number; parts: Buffer[] } | null = null;
  for (let at = 0, count = 0; at + 4 <= bytes.length && count < MOST_RECORDS; count++) {
    const type = bytes.readUInt16LE(at);
    const length = bytes.readUInt16LE(at + 2);
    const body = bytes.subarray(at + 4, Math.min(bytes.length, at + 4 + length));
    at += 4 + length;
    // Zeros fill the rest of the last sector.
    if (type === 0 && length === 0) continue;
    if (type === CONTINUE && current !== null) {
      current.parts.push(body);
      continue;
    }
    if (current !== null) yield current;
    current = { type, parts: [body] };
  }
  if (current !== null) yield current;
}

/** Reads strings out of a record and its continuations, [MS-XLS] 2.5.293 and 2.5.294. */
export class BiffReader {
  readonly #parts: readonly Buffer[];
  #part = 0;
  #at = 0;

  constructor(parts: readonly Buffer[], at = 0) {
    this.#parts = parts;
    this.#at = at;
  }

  get ended(): boolean {
    this.#advance();
    return this.#part >= this.#parts.length;
  }

  byte(): number {
    this.#advance();
    return this.#parts[this.#part]?.[this.#at++] ?? 0;
  }

  u16(): number {
    return this.byte() | (this.byte() << 8);
  }

  u32(): number {
    return (this.u16() | (this.u16() << 16)) >>> 0;
  }

  skip(bytes: number): void {
    let left = bytes;
    while (left > 0 && !this.ended) {
      const step = Math.min(left, this.#rest());
      this.#at += step;
      left -= step;
    }
  }

  /** XLUnicodeRichExtendedString: flags, runs of formats and phonetics behind the characters. */
  unicode(chars: number): string {
    let flags = this.byte();
    const runs = (flags & 8) === 0 ? 0 : this.u16();
    const phonetic = (flags & 4) === 0 ? 0 : this.u32();
    let out = '';
    // A record may end between the head of a string and its first character, which is a break like any other.
    if (chars > 0 && this.#rest() <= 0 && !this.ended) flags = (flags & ~1) | (this.byte() & 1);
    for (let left = chars; left > 0 && !this.ended; ) {
      const wide = (flags & 1) !== 0;
      const take = Math.min(left, wide ? this.#rest() >> 1 : this.#rest());
      const bytes =
        this.#parts[this.#part]?.subarray(this.#at, this.#at + take * (wide ? 2 : 1)) ?? Buffer.alloc(0);
      out += wide ? bytes.toString('utf16le') : bytes.toString('latin1');
      this.#at += Math.max(1, bytes.length);
      left -= Math.max(1, take);
      // A string that goes on in the next record tells its width anew.
      if (left > 0 && !this.ended && this.#at === 0) flags = (flags & ~1) | (this.byte() & 1);
    }
    this.skip(runs * 4 + phonetic);
    return out;
  }

  narrow(chars: number, codePage: number): string {
    const part = this.#parts[this.#part];
    const bytes = part?.subarray(this.#at, this.#at + chars) ?? Buffer.alloc(0);
    this.#at += bytes.length;
    return decodeText(bytes, codePage);
  }

  #rest(): number {
    return (this.#parts[this.#part]?.length ?? 0) - this.#at;
  }

  #advance(): void {
    while (this.#part < this.#parts.length && this.#rest() <= 0) {
      this.#part++;
      this.#at = 0;
    }
  }
}
