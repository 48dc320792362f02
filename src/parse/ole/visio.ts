import { asBuffer } from '../binary/as-buffer.ts';
import type { Compound } from './compound.ts';
import { expandVisio } from './visio-expand.ts';
import type { BinaryText } from './word.ts';

const NAME = 'Visio (TM) Drawing';
const VERSION_AT = 0x1a;
const TRAILER_AT = 0x24;
const POINTER_BYTES = 18;
const CHUNK_HEAD = 19;
/** From this version on texts are UTF-16; before, they have one byte a letter. */
const WIDE_SINCE = 11;
const OLDEST = 6;
/** Attack: pointers in a ring, or all to one stream that expands to megabytes. */
const MOST_STREAMS = 20_000;
const DEEPEST = 16;
const MOST_BYTES = 64 * 2 ** 20;
/** Bytes that may follow the list. */
const MOST_BEHIND = 4;
/** Types of pointers are below this. */
const MOST_TYPES = 0x400;

const TEXT = 0x0e;
/** Of the body of a text before its letters. */
const TEXT_HEAD = 8;
const WITH_TRAILER: ReadonlySet<number> = new Set([0x2c, 0x65, 0x66, 0x69, 0x6a, 0x6b, 0x70, 0x71]);
const WITHOUT_SEPARATOR: ReadonlySet<number> = new Set([0x1f, 0xc9]);
const SEPARATOR_TYPES: ReadonlySet<number> = new Set([0xa9, 0xaa, 0xb4, 0xb6]);

/**
 * The words in the shapes of a Visio 2000 to 2010 drawing (version 6 and 11; as vsdump, libvisio and POI have found out, for
 * Microsoft never published the format). Null for an older one. Never throws on bad input.
 */
export function visioBinaryText(compound: Compound, mostChars: number): BinaryText | null {
  const stream = compound.stream('VisioDocument');
  if (stream === null || stream.length < TRAILER_AT + POINTER_BYTES) return null;
  const bytes = asBuffer(stream);
  const version = bytes[VERSION_AT] ?? 0;
  if (bytes.toString('latin1', 0, NAME.length) !== NAME || version < OLDEST) return null;
  const reader = new VisioReader(bytes, version, mostChars);
  reader.follow(pointerAt(bytes, TRAILER_AT), true, 0);
  return { text: reader.lines.join('\n'), encrypted: false };
}

interface Pointer {
  readonly type: number;
  readonly offset: number;
  readonly length: number;
  readonly format: number;
}

function pointerAt(bytes: Buffer, at: number): Pointer {
  return {
    type: bytes.readUInt32LE(at),
    offset: bytes.readUInt32LE(at + 8),
    length: bytes.readUInt32LE(at + 12),
    format: bytes.readUInt16LE(at + 16),
  };
}

/**
 * Where the pointers of a stream stand differs by its kind and version, but they always end it: numbers of an order, their
 * count, the count of the pointers, four bytes, the pointers, the numbers. So they are found by what adds up.
 */
function listIn(data: Buffer, size: number): { readonly first: number; readonly count: number } {
  for (let at = 0; at + 12 + POINTER_BYTES <= data.length; at += 2) {
    const [order, count] = [data.readUInt32LE(at), data.readUInt32LE(at + 4)];
    const first = at + 12;
    const behind = data.length - first - count * POINTER_BYTES - order * 4;
    if (count === 0 || behind < 0 || behind > MOST_BEHIND) continue;
    let fits = true;
    for (let index = 0; index < count && fits; index++) {
      const { type, offset, length } = pointerAt(data, first + index * POINTER_BYTES);
      fits = type < MOST_TYPES && offset + length <= size;
    }
    if (fits) return { first, count };
  }
  return { first: 0, count: 0 };
}

class VisioReader {
  readonly lines: string[] = [];
  readonly #bytes: Buffer;
  readonly #version: number;
  readonly #seen = new Set<number>();
  #chars: number;
  #left = MOST_BYTES;

  constructor(bytes: Buffer, version: number, mostChars: number) {
    this.#bytes = bytes;
    this.#version = version;
    this.#chars = mostChars;
  }

  follow(pointer: Pointer, isTrailer: boolean, depth: number): void {
    const { type, offset, length, format } = pointer;
    if (this.#seen.has(offset) || this.#seen.size >= MOST_STREAMS || depth > DEEPEST) return;
    this.#seen.add(offset);
    const leads =
      isTrailer || type === 20 || format === 0x1d || format === 0x1e || (format >= 0x50 && format < 0x60);
    const hasChunks = format >= 0xd0 && format < 0xdf;
    if ((!leads && !hasChunks) || offset >= this.#bytes.length || length === 0) return;
    const stored = this.#bytes.subarray(offset, offset + length);
    const data = (format & 2) === 0 ? stored : expandVisio(stored, this.#left);
    this.#left -= data.length;
    if (hasChunks) this.#chunks(data);
    else this.#pointers(data, depth);
  }

  #pointers(data: Buffer, depth: number): void {
    const { first, count } = listIn(data, this.#bytes.length);
    for (let index = 0; index < count; index++)
      this.follow(pointerAt(data, first + index * POINTER_BYTES), false, depth + 1);
  }

  #chunks(data: Buffer): void {
    for (let at = 0; at + CHUNK_HEAD <= data.length; ) {
      const [type, length] = [data.readUInt32LE(at), data.readUInt32LE(at + 12)];
      const body = data.subarray(at + CHUNK_HEAD, at + CHUNK_HEAD + length);
      if (type === TEXT) this.#text(body.subarray(TEXT_HEAD));
      at += CHUNK_HEAD + length + this.#behind(data, at, type);
    }
  }

  /** Bytes between a chunk and the next. */
  #behind(data: Buffer, at: number, type: number): number {
    const trailer = WITH_TRAILER.has(type) || data.readUInt32LE(at + 8) !== 0;
    if (this.#version < WIDE_SINCE) return trailer ? 8 : 0;
    const [level, flags] = [data.readUInt16LE(at + 16), data[at + 18] ?? 0];
    const separator =
      !WITHOUT_SEPARATOR.has(type) &&
      (trailer ||
        (level === 2 && (flags === 0x55 || (flags === 0x54 && SEPARATOR_TYPES.has(type)))) ||
        (level === 3 && flags !== 0x50));
    return (trailer ? 8 : 0) + (separator ? 4 : 0);
  }

  #text(letters: Buffer): void {
    const wide = this.#version >= WIDE_SINCE;
    const text = letters
      .toString(wide ? 'utf16le' : 'latin1')
      .split('\0', 1)
      .join('');
    // Private letters stand for fields: page numbers, names of shapes.
    const clean = text
      .replace(/[\r\v\f]+/g, '\n')
      .replace(/[^\P{Cc}\t\n]|\p{Co}/gu, '')
      .trim();
    if (clean === '' || this.#chars < 0) return;
    this.#chars -= clean.length;
    this.lines.push(clean);
  }
}
