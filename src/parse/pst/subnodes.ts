import { fail } from '../binary/fail.ts';
import { u8, u16, u32, u64 } from '../binary/little-endian.ts';
import type { Ndb, NodeReference } from './ndb.ts';

/** One SIBLOCK of full SLBLOCKs. Attack: index blocks that name one leaf a thousand times. */
const MOST_SUBNODES = 2 ** 18;

/** The nodes below a node, by id (SLBLOCK and SIBLOCK, MS-PST 2.2.2.8.3.3). */
export function readSubnodes(ndb: Ndb, root: number): ReadonlyMap<number, NodeReference> {
  const nodes = new Map<number, NodeReference>();
  if (root === 0) return nodes;
  const top = ndb.block(root);
  if (u8(top, 0) !== 2) fail('malformed', 'A list of subnodes is not one.');
  if (u8(top, 1) === 0) {
    addLeaf(ndb, top, nodes);
    return nodes;
  }
  const { word } = ndb.header.layout;
  const first = word === 8 ? 8 : 4;
  for (let index = 0, count = u16(top, 2); index < count; index++) {
    const at = first + index * 2 * word + word;
    const leaf = ndb.block(word === 8 ? u64(top, at) : u32(top, at));
    if (u8(leaf, 0) !== 2 || u8(leaf, 1) !== 0)
      fail('malformed', 'A list of subnodes holds no list of subnodes.');
    addLeaf(ndb, leaf, nodes);
  }
  return nodes;
}

function addLeaf(ndb: Ndb, leaf: Uint8Array, nodes: Map<number, NodeReference>): void {
  const { word } = ndb.header.layout;
  const first = word === 8 ? 8 : 4;
  for (let index = 0, count = u16(leaf, 2); index < count; index++) {
    const at = first + index * 3 * word;
    const id = u32(leaf, at);
    const data = word === 8 ? u64(leaf, at + 8) : u32(leaf, at + 4);
    const sub = word === 8 ? u64(leaf, at + 16) : u32(leaf, at + 8);
    nodes.set(id, { id, data, sub, parent: 0 });
    if (nodes.size > MOST_SUBNODES) fail('too-many', 'A node has more subnodes than any real one.');
  }
}
