import { fail } from '../binary/fail.ts';
import { slice, u8, u16, u32, u64 } from '../binary/little-endian.ts';
import type { ByteStream } from '../binary/stream.ts';
import { isInternal, type Ndb } from './ndb.ts';

/** 8 GiB in blocks of 8 KiB. Attack: XXBLOCKs that name the same XBLOCK again and again. */
const MOST_BLOCKS = 2 ** 20;

/** The data of a node: one block, or a list of blocks in one or two levels of XBLOCK (MS-PST 2.2.2.8.3.2). */
export class DataTree implements ByteStream {
  readonly size: number;
  readonly blocks: readonly number[];
  readonly #ndb: Ndb;

  constructor(ndb: Ndb, root: number) {
    this.#ndb = ndb;
    if (root === 0) {
      this.blocks = [];
      this.size = 0;
    } else if (isInternal(root)) {
      const list = ndb.block(root);
      this.size = u32(list, 4);
      this.blocks = blockIds(ndb, list);
    } else {
      this.blocks = [root];
      this.size = ndb.blockSize(root);
    }
  }

  block(index: number): Uint8Array {
    const id = this.blocks[index];
    return id === undefined
      ? fail('malformed', `Block ${index} of a node does not exist.`)
      : this.#ndb.block(id);
  }

  *chunks(): Generator<Uint8Array> {
    for (const id of this.blocks) yield this.#ndb.block(id);
  }
}

/** Ids of the data blocks under an XBLOCK or XXBLOCK; level 2 leads to level 1 and no further. */
function blockIds(ndb: Ndb, list: Uint8Array): number[] {
  if (u8(list, 0) !== 1) fail('malformed', 'A list of blocks is not one.');
  const level = u8(list, 1);
  const direct = idsIn(ndb, list);
  if (level === 1) return direct;
  if (level !== 2) fail('malformed', `A list of blocks says it is at level ${level}.`);
  const all: number[] = [];
  for (const id of direct) {
    const inner = ndb.block(id);
    if (u8(inner, 0) !== 1 || u8(inner, 1) !== 1)
      fail('malformed', 'A list of blocks holds no list of blocks.');
    for (const block of idsIn(ndb, inner)) all.push(block);
    if (all.length > MOST_BLOCKS) fail('too-large', 'A node has more blocks than any real one.');
  }
  return all;
}

function idsIn(ndb: Ndb, list: Uint8Array): number[] {
  const { word } = ndb.header.layout;
  const count = u16(list, 2);
  const ids = slice(list, 8, count * word);
  return Array.from({ length: count }, (_, index) =>
    word === 8 ? u64(ids, index * 8) : u32(ids, index * 4),
  );
}
