import { fail } from '../binary/fail.ts';
import { slice, u8, u16, u32 } from '../binary/little-endian.ts';
import { type ByteStream, streamOf } from '../binary/stream.ts';
import { DataTree } from './data-tree.ts';
import type { Ndb, NodeReference } from './ndb.ts';
import { readSubnodes } from './subnodes.ts';

const HEAP_SIGNATURE = 0xec;

/** The heap on a node: small allocations by id (MS-PST 2.3.1), and the subnodes that hold the large ones. */
export class Heap {
  readonly data: DataTree;
  /** 0xBC: properties, 0x7C: a table. */
  readonly clientType: number;
  readonly root: number;
  readonly #ndb: Ndb;
  readonly #sub: number;
  #subnodes: ReadonlyMap<number, NodeReference> | undefined;
  #kept = -1;
  #keptBlock: Uint8Array = new Uint8Array(0);

  constructor(ndb: Ndb, node: NodeReference) {
    this.#ndb = ndb;
    this.#sub = node.sub;
    this.data = new DataTree(ndb, node.data);
    const header = this.#block(0);
    if (u8(header, 2) !== HEAP_SIGNATURE) fail('malformed', 'A node holds no heap where one is due.');
    this.clientType = u8(header, 3);
    this.root = u32(header, 4);
  }

  get ndb(): Ndb {
    return this.#ndb;
  }

  get subnodes(): ReadonlyMap<number, NodeReference> {
    this.#subnodes ??= readSubnodes(this.#ndb, this.#sub);
    return this.#subnodes;
  }

  /** The bytes of an allocation; id 0 is the empty one. */
  allocation(id: number): Uint8Array {
    if (id === 0) return new Uint8Array(0);
    if (!isHeapId(id)) fail('malformed', `Heap id ${id} is not one.`);
    const bits = this.#ndb.header.layout.heapIndexBits;
    const index = (id >>> 5) & ((1 << bits) - 1);
    const block = this.#block(id >>> (5 + bits));
    const map = u16(block, 0);
    if (index === 0 || index > u16(block, map)) fail('malformed', `Heap id ${id} was never allocated.`);
    const start = u16(block, map + 2 + index * 2);
    return slice(block, start, u16(block, map + 4 + index * 2) - start);
  }

  /** A value by heap or node id: large ones are nodes below this one, read block by block. */
  value(id: number): ByteStream {
    return isHeapId(id) ? streamOf(this.allocation(id)) : new DataTree(this.#ndb, this.subnode(id).data);
  }

  subnode(id: number): NodeReference {
    return this.subnodes.get(id) ?? fail('malformed', `Subnode ${id} does not exist.`);
  }

  #block(index: number): Uint8Array {
    if (index !== this.#kept) {
      this.#keptBlock = this.data.block(index);
      this.#kept = index;
    }
    return this.#keptBlock;
  }
}

/** The low five bits are the type: 0 is the heap, others are nodes (MS-PST 2.3.1.1, 2.2.2.1). */
export function isHeapId(id: number): boolean {
  return (id & 0x1f) === 0;
}
