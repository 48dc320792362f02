import { crc32, inflateSync } from 'node:zlib';
import type { Defect } from '../../model/index.ts';
import { fail } from '../binary/fail.ts';
import { u16, u32, u64 } from '../binary/little-endian.ts';
import type { Windows } from '../binary/windows.ts';
import { BLOCK_TREE, findEntry, NODE_TREE, type Tree } from './btree.ts';
import { decipher } from './cipher.ts';
import type { PstHeader } from './header.ts';

/** A node: its data, and the nodes below it. Block id 0 means none. */
export interface NodeReference {
  readonly id: number;
  readonly data: number;
  readonly sub: number;
  readonly parent: number;
}

/** Defects told for one item; beyond these they say nothing new. Attack: a million broken blocks. */
const MOST_DEFECTS = 20;

/** The node database layer, MS-PST 2.2: nodes and blocks by their ids. */
export class Ndb {
  readonly file: Windows;
  readonly header: PstHeader;
  readonly nodes: Tree;
  readonly #blocks: Tree;
  #defects: Defect[] = [];

  constructor(file: Windows, header: PstHeader) {
    const { layout } = header;
    this.file = file;
    this.header = header;
    this.nodes = { file, layout, type: NODE_TREE, root: header.nodeTree.offset };
    this.#blocks = { file, layout, type: BLOCK_TREE, root: header.blockTree.offset };
  }

  /** The defects met since the last call: those of the item just read. */
  takeDefects(): readonly Defect[] {
    const taken = this.#defects;
    this.#defects = [];
    return taken;
  }

  node(id: number): NodeReference | null {
    const found = findEntry(this.nodes, id);
    return found === null ? null : this.nodeAt(found.page, found.at);
  }

  nodeAt(page: Uint8Array, at: number): NodeReference {
    if (this.header.layout.word === 8) {
      return {
        id: u32(page, at),
        data: u64(page, at + 8),
        sub: u64(page, at + 16),
        parent: u32(page, at + 24),
      };
    }
    return { id: u32(page, at), data: u32(page, at + 4), sub: u32(page, at + 8), parent: u32(page, at + 12) };
  }

  /** Bytes a block holds, from its tree entry alone. */
  blockSize(id: number): number {
    const { size, inflated } = this.#locate(id);
    return Math.max(inflated, size);
  }

  /**
   * The data of a block, decoded. The trailer must name the block; a wrong checksum is a defect, for
   * what the block says may still be read, and the place is worth knowing.
   */
  block(id: number): Uint8Array {
    const { offset, size, inflated } = this.#locate(id);
    const { layout, cipher } = this.header;
    const whole = this.file.view(offset, paddedSize(size, layout.blockAlign, layout.blockTrailer));
    const trailer = whole.length - layout.blockTrailer;
    const stored = whole.subarray(0, size);
    this.#check(whole, trailer, stored, id, offset);
    // Bit 1 of a block id marks the internal blocks, which are never encoded.
    const plain = isInternal(id) ? stored : decipher(cipher, stored, id % 0x1_0000_0000);
    if (layout.variant !== 'unicode-4k' || inflated <= size) return plain;
    return inflateBlock(plain, inflated, offset);
  }

  #locate(id: number): { readonly offset: number; readonly size: number; readonly inflated: number } {
    const found = findEntry(this.#blocks, id - (id % 2));
    if (found === null) return fail('malformed', `Block ${id} is not in the block tree.`);
    const { page, at } = found;
    if (this.header.layout.word === 4)
      return { offset: u32(page, at + 4), size: u16(page, at + 8), inflated: 0 };
    const inflated = this.header.layout.variant === 'unicode-4k' ? u16(page, at + 18) : 0;
    return { offset: u64(page, at + 8), size: u16(page, at + 16), inflated };
  }

  #check(whole: Uint8Array, trailer: number, stored: Uint8Array, id: number, offset: number): void {
    const ansi = this.header.layout.variant === 'ansi';
    const named = ansi ? u32(whole, trailer + 4) : u64(whole, trailer + 8);
    if (u16(whole, trailer) !== stored.length || named - (named % 2) !== id - (id % 2)) {
      fail('malformed', `The block at ${offset} is not block ${id}, which should lie there.`);
    }
    // MS-PST 5.3: the usual CRC-32 with neither the first nor the last inversion.
    const expected = u32(whole, ansi ? trailer + 8 : trailer + 4);
    if (~crc32(stored, 0xffffffff) >>> 0 !== expected && this.#defects.length < MOST_DEFECTS) {
      this.#defects.push({ code: 'block-checksum', at: { start: offset, end: offset + stored.length } });
    }
  }
}

/** Whether a block holds ids of other blocks and no data: bit 1 of its id (MS-PST 2.2.2.2). */
export function isInternal(blockId: number): boolean {
  return blockId % 4 >= 2;
}

function paddedSize(size: number, align: number, trailer: number): number {
  return Math.ceil((size + trailer) / align) * align;
}

/** Blocks of 4 KiB files may be deflated; the size announced is the most that is taken. */
function inflateBlock(stored: Uint8Array, size: number, offset: number): Uint8Array {
  try {
    return inflateSync(stored, { maxOutputLength: size });
  } catch {
    return fail('malformed', `The compressed block at ${offset} does not decompress to its announced size.`);
  }
}
