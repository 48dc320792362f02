import { crc32 } from 'node:zlib';

/** Four words in a row by their checksum: another hash, and other words, than those of the passes. */
export function shinglesOf(text: string): Uint32Array {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const all = words.slice(3).map((_, at) => crc32(words.slice(at, at + 4).join(' ')));
  return Uint32Array.from(new Set(all));
}

/** One text held against many. */
export class Comparison {
  readonly #own: ReadonlySet<number>;

  constructor(own: Uint32Array) {
    this.#own = new Set(own);
  }

  /** Shingles in both, of those in either. */
  with(other: Uint32Array): number {
    const own = this.#own.size;
    if (Math.min(own, other.length) < 0.4 * Math.max(own, other.length)) return 0;
    let both = 0;
    for (let at = 0; at < other.length; at++) {
      if (this.#own.has(other[at] ?? 0)) both++;
      // Not one of the first fifty: no near text.
      else if (both === 0 && at > 50) return 0;
    }
    return both / (own + other.length - both);
  }
}
