import { crc32, deflateSync } from 'node:zlib';
import { type Cipher, encipher } from '../../src/parse/pst/cipher.ts';
import type { Layout } from '../../src/parse/pst/layout.ts';

/** A node to be written: its data in blocks, and the nodes below it. */
export interface NodeSpec {
  readonly id: number;
  readonly parent?: number;
  readonly data: readonly Uint8Array[];
  readonly below?: readonly NodeSpec[];
}

export interface PstSpec {
  readonly layout: Layout;
  readonly cipher: Cipher;
  readonly nodes: readonly NodeSpec[];
  /** 23 or 36 and so on; the layout's own when absent. */
  readonly version?: number;
}

/** Where bytes go: a file for benchmarks, memory for tests. */
export type Sink = (bytes: Uint8Array) => void;

const ROOM_FOR_HEADER = 0x4600;

/**
 * Writes a store as the reader's opposite, from the same pages of MS-PST and nothing else: header, blocks,
 * then the two B-trees. No allocation maps: no reader of mail needs them.
 */
export function writePst(spec: PstSpec): Uint8Array {
  const parts: Uint8Array[] = [];
  const header = new PstWriter(spec, (bytes) => parts.push(bytes)).write();
  const file = Buffer.concat([Buffer.alloc(ROOM_FOR_HEADER), ...parts]);
  file.set(header, 0);
  return file;
}

interface BlockEntry {
  readonly id: number;
  readonly offset: number;
  readonly size: number;
  readonly inflated: number;
}

interface NodeEntry {
  readonly id: number;
  readonly data: number;
  readonly sub: number;
  readonly parent: number;
}

/** Writes blocks as nodes come, so that a store of any size can go to a file; `write` gives the header. */
export class PstWriter {
  readonly #spec: PstSpec;
  readonly #sink: Sink;
  readonly #blocks: BlockEntry[] = [];
  readonly #nodes: NodeEntry[] = [];
  #offset = ROOM_FOR_HEADER;
  #nextBlock = 4;

  constructor(spec: PstSpec, sink: Sink) {
    this.#spec = spec;
    this.#sink = sink;
  }

  write(): Uint8Array {
    for (const node of this.#spec.nodes) this.add(node);
    return this.finish();
  }

  add(node: NodeSpec): void {
    this.#nodes.push(this.#node(node));
  }

  finish(): Uint8Array {
    this.#align(this.#spec.layout.page);
    const blockRoot = this.#tree(
      0x80,
      this.#blocks.map((entry) => ({ key: entry.id, bytes: this.#blockEntry(entry) })),
    );
    const nodes = [...this.#nodes].sort((a, b) => a.id - b.id);
    const nodeRoot = this.#tree(
      0x81,
      nodes.map((entry) => ({ key: entry.id, bytes: this.#nodeEntry(entry) })),
    );
    return this.#header(blockRoot, nodeRoot);
  }

  #node({ id, data, below, parent }: NodeSpec): NodeEntry {
    const sub =
      below === undefined || below.length === 0 ? 0 : this.#subnodes(below.map((node) => this.#node(node)));
    return { id, data: this.#data(data), sub, parent: parent ?? 0 };
  }

  #data(blocks: readonly Uint8Array[]): number {
    if (blocks.length === 0) return 0;
    let ids = blocks.map((block) => this.#block(block, false));
    let total = blocks.reduce((sum, block) => sum + block.length, 0);
    for (let level = 1; ids.length > 1; level++) {
      const lists: number[] = [];
      for (let at = 0; at < ids.length; at += 1000)
        lists.push(this.#list(level, ids.slice(at, at + 1000), total));
      ids = lists;
      total = level === 2 ? 0 : total;
    }
    return ids[0] ?? 0;
  }

  #list(level: number, ids: readonly number[], total: number): number {
    const { word } = this.#spec.layout;
    const list = Buffer.alloc(8 + ids.length * word);
    list.writeUInt8(1, 0);
    list.writeUInt8(level, 1);
    list.writeUInt16LE(ids.length, 2);
    list.writeUInt32LE(total % 2 ** 32, 4);
    for (const [index, id] of ids.entries()) this.#word(list, id, 8 + index * word);
    return this.#block(list, true);
  }

  #subnodes(entries: readonly NodeEntry[]): number {
    const { word } = this.#spec.layout;
    const first = word === 8 ? 8 : 4;
    const list = Buffer.alloc(first + entries.length * 3 * word);
    list.writeUInt8(2, 0);
    list.writeUInt16LE(entries.length, 2);
    for (const [index, entry] of entries.entries()) {
      for (const [at, id] of [entry.id, entry.data, entry.sub].entries())
        this.#word(list, id, first + (index * 3 + at) * word);
    }
    return this.#block(list, true);
  }

  #block(plain: Uint8Array, internal: boolean): number {
    const { layout, cipher } = this.#spec;
    const id = this.#nextBlock + (internal ? 2 : 0);
    this.#nextBlock += 4;
    const deflated = layout.variant === 'unicode-4k' && plain.length > 600 ? deflateSync(plain) : plain;
    const stored = internal ? deflated : encipher(cipher, deflated, id);
    const size = Math.ceil((stored.length + layout.blockTrailer) / layout.blockAlign) * layout.blockAlign;
    const bytes = Buffer.alloc(size);
    bytes.set(stored);
    const at = size - layout.blockTrailer;
    bytes.writeUInt16LE(stored.length, at);
    const sum = checksum(stored);
    if (layout.word === 8) {
      bytes.writeUInt32LE(sum, at + 4);
      bytes.writeBigUInt64LE(BigInt(id), at + 8);
    } else {
      bytes.writeUInt32LE(id, at + 4);
      bytes.writeUInt32LE(sum, at + 8);
    }
    this.#blocks.push({ id, offset: this.#emit(bytes), size: stored.length, inflated: plain.length });
    return id;
  }

  #blockEntry({ id, offset, size, inflated }: BlockEntry): Uint8Array {
    const { word, variant } = this.#spec.layout;
    const entry = Buffer.alloc(word === 8 ? 24 : 12);
    this.#word(entry, id, 0);
    this.#word(entry, offset, word);
    entry.writeUInt16LE(size, 2 * word);
    entry.writeUInt16LE(variant === 'unicode-4k' ? inflated : 2, 2 * word + 2);
    return entry;
  }

  #nodeEntry({ id, data, sub, parent }: NodeEntry): Uint8Array {
    const { word } = this.#spec.layout;
    const entry = Buffer.alloc(word === 8 ? 32 : 16);
    for (const [index, value] of [id, data, sub].entries()) this.#word(entry, value, index * word);
    entry.writeUInt32LE(parent, 3 * word);
    return entry;
  }

  /** Pages from the leaves up; the root's offset. */
  #tree(type: number, leaves: readonly { readonly key: number; readonly bytes: Uint8Array }[]): number {
    let entries = leaves;
    for (let level = 0; ; level++) {
      const perPage = Math.floor(this.#spec.layout.pageCountAt / (entries[0]?.bytes.length ?? 24));
      const pages: { key: number; bytes: Uint8Array; offset: number }[] = [];
      for (let at = 0; at < Math.max(1, entries.length); at += perPage) {
        const offset = this.#page(
          type,
          level,
          entries.slice(at, at + perPage).map((entry) => entry.bytes),
        );
        const key = entries[at]?.key ?? 0;
        pages.push({ key, offset, bytes: this.#pageEntry(key, offset) });
      }
      if (pages.length === 1) return pages[0]?.offset ?? 0;
      entries = pages;
    }
  }

  #pageEntry(key: number, offset: number): Uint8Array {
    const { word } = this.#spec.layout;
    const entry = Buffer.alloc(3 * word);
    this.#word(entry, key, 0);
    this.#word(entry, offset, 2 * word);
    return entry;
  }

  #page(type: number, level: number, entries: readonly Uint8Array[]): number {
    const { layout } = this.#spec;
    const page = Buffer.alloc(layout.page);
    page.set(Buffer.concat(entries));
    const entryBytes = entries[0]?.length ?? 24;
    const at = layout.pageCountAt;
    if (layout.variant === 'unicode-4k') {
      page.writeUInt16LE(entries.length, at);
      page.set([entryBytes, level], at + 4);
    } else page.set([entries.length, entries.length, entryBytes, level], at);
    page.set([type, type], layout.pageTypeAt);
    return this.#emit(page);
  }

  #header(blockRoot: number, nodeRoot: number): Uint8Array {
    const { layout, cipher, version } = this.#spec;
    const wide = layout.word === 8;
    const header = Buffer.alloc(564);
    header.write('!BDN', 0, 'latin1');
    header.write('SM', 8, 'latin1');
    header.writeUInt16LE(version ?? { ansi: 15, unicode: 23, 'unicode-4k': 36 }[layout.variant], 10);
    this.#word(header, this.#offset, wide ? 184 : 168);
    this.#word(header, nodeRoot, wide ? 224 : 188);
    this.#word(header, blockRoot, wide ? 240 : 196);
    header.set([0x80, ['none', 'permute', 'cyclic'].indexOf(cipher)], wide ? 512 : 460);
    return header;
  }

  #align(to: number): void {
    const gap = (to - (this.#offset % to)) % to;
    if (gap > 0) this.#emit(Buffer.alloc(gap));
  }

  #emit(bytes: Uint8Array): number {
    const at = this.#offset;
    this.#sink(bytes);
    this.#offset += bytes.length;
    return at;
  }

  #word(into: Buffer, value: number, at: number): void {
    if (this.#spec.layout.word === 8) into.writeBigUInt64LE(BigInt(value), at);
    else into.writeUInt32LE(value, at);
  }
}

/** MS-PST 5.3: CRC-32 without its inversions. */
export function checksum(bytes: Uint8Array): number {
  return ~crc32(bytes, 0xffffffff) >>> 0;
}
