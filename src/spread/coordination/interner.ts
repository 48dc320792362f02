import { TamisError } from '../../model/index.ts';

const NO_SLOT = 0;

/**
 * Gives every distinct byte string a number, 0, 1, 2 ... in order of first appearance. Open addressing on
 * typed arrays: V8 maps end near 16.7 million entries and take 100 bytes each, this takes the bytes of
 * the names and about 18 per name.
 */
export class Interner {
  #slots = new Uint32Array(1024);
  #hashes = new Uint32Array(512);
  /** Start of each name in the arena, and the end of the last. */
  #offsets = new Uint32Array(513);
  #arena = new Uint8Array(8192);
  #size = 0;
  readonly #seed: number;

  /** `seed` keeps a file made to collide from slowing the table; results do not depend on it. */
  constructor(seed = 0x811c9dc5) {
    this.#seed = seed;
  }

  get size(): number {
    return this.#size;
  }

  /** The number of the name bytes[start, end). */
  id(bytes: Uint8Array, start: number, end: number): number {
    let hash = this.#seed;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
    hash ^= hash >>> 15;
    hash = Math.imul(hash, 0x2c1b3c6d);
    hash = (hash ^ (hash >>> 13)) >>> 0;
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const taken = this.#slots[slot] ?? NO_SLOT;
      if (taken === NO_SLOT) return this.#add(bytes, start, end, hash, slot);
      if (this.#hashes[taken - 1] === hash && this.#equals(taken - 1, bytes, start, end)) return taken - 1;
    }
  }

  /** The bytes of a name; a view, valid until the next `id`. */
  bytes(id: number): Uint8Array {
    return this.#arena.subarray(this.#offsets[id] ?? 0, this.#offsets[id + 1] ?? 0);
  }

  /** Copies the bytes of a name to `target` from `at` on; returns where they end. */
  copy(id: number, target: Uint8Array, at: number): number {
    const arena = this.#arena;
    const end = this.#offsets[id + 1] ?? 0;
    let to = at;
    for (let from = this.#offsets[id] ?? 0; from < end; from++) target[to++] = arena[from] ?? 0;
    return to;
  }

  /** Bytes of a name. */
  length(id: number): number {
    return (this.#offsets[id + 1] ?? 0) - (this.#offsets[id] ?? 0);
  }

  name(id: number): string {
    return new TextDecoder().decode(this.bytes(id));
  }

  /** For every name its place in byte order (the order of Unicode code points). */
  ranks(): Uint32Array {
    const arena = this.#arena;
    const offsets = this.#offsets;
    const order = Array.from({ length: this.#size }, (_, id) => id);
    // The first eight bytes as two integers decide most comparisons without touching the arena.
    const high = this.#prefix(0);
    const low = this.#prefix(4);
    order.sort(
      (a, b) =>
        (high[a] ?? 0) - (high[b] ?? 0) ||
        (low[a] ?? 0) - (low[b] ?? 0) ||
        compareNames(arena, offsets, a, b),
    );
    const ranks = new Uint32Array(this.#size);
    for (let place = 0; place < order.length; place++) ranks[order[place] ?? 0] = place;
    return ranks;
  }

  #prefix(skip: number): Uint32Array {
    const prefix = new Uint32Array(this.#size);
    for (let id = 0; id < this.#size; id++) {
      const start = (this.#offsets[id] ?? 0) + skip;
      const end = this.#offsets[id + 1] ?? 0;
      let value = 0;
      for (let i = 0; i < 4; i++) value = value * 256 + (start + i < end ? (this.#arena[start + i] ?? 0) : 0);
      prefix[id] = value;
    }
    return prefix;
  }

  #equals(id: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = this.#offsets[id] ?? 0;
    if ((this.#offsets[id + 1] ?? 0) - from !== end - start) return false;
    const arena = this.#arena;
    for (let at = start, own = from; at < end; at++, own++) if (arena[own] !== bytes[at]) return false;
    return true;
  }

  #add(bytes: Uint8Array, start: number, end: number, hash: number, slot: number): number {
    const id = this.#size;
    const from = this.#offsets[id] ?? 0;
    const to = from + (end - start);
    if (to > 0xffff_ffff)
      throw new TamisError('too-large', {
        en: 'more than 4 GB of distinct ids in one column',
        fr: 'plus de 4 Go d’identifiants distincts dans une colonne',
      });
    if (to > this.#arena.length) this.#arena = grown(this.#arena, Math.min(0xffff_ffff, Math.ceil(to * 1.5)));
    if (id === this.#hashes.length) {
      this.#hashes = grown(this.#hashes, Math.ceil(id * 1.5));
      this.#offsets = grown(this.#offsets, this.#hashes.length + 1);
    }
    if (end - start < 64)
      for (let at = start, own = from; at < end; at++, own++) this.#arena[own] = bytes[at] ?? 0;
    else this.#arena.set(bytes.subarray(start, end), from);
    this.#offsets[id + 1] = to;
    this.#hashes[id] = hash;
    this.#slots[slot] = id + 1;
    this.#size = id + 1;
    // Two thirds full at most: linear probing stays near two probes.
    if (this.#size * 3 > this.#slots.length * 2) this.#rehash();
    return id;
  }

  #rehash(): void {
    const slots = new Uint32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let id = 0; id < this.#size; id++) {
      let slot = (this.#hashes[id] ?? 0) & mask;
      while (slots[slot] !== NO_SLOT) slot = (slot + 1) & mask;
      slots[slot] = id + 1;
    }
    this.#slots = slots;
  }
}

function compareNames(arena: Uint8Array, offsets: Uint32Array, a: number, b: number): number {
  const startA = offsets[a] ?? 0;
  const startB = offsets[b] ?? 0;
  const lengthA = (offsets[a + 1] ?? 0) - startA;
  const lengthB = (offsets[b + 1] ?? 0) - startB;
  const shared = Math.min(lengthA, lengthB);
  for (let i = 0; i < shared; i++) {
    const difference = (arena[startA + i] ?? 0) - (arena[startB + i] ?? 0);
    if (difference !== 0) return difference;
  }
  return lengthA - lengthB;
}

function grown<T extends Uint8Array | Uint32Array>(array: T, length: number): T {
  const larger = new (array.constructor as new (length: number) => T)(length);
  larger.set(array);
  return larger;
}
