import type { ByteSource } from '../../model/index.ts';
import { u32 } from '../binary/zero-filled-numbers.ts';

/** A node: own address, unused, first child, parent, number of entries in the second byte, then the entries. */
const NODE_BYTES = 0x27c;
const ENTRIES_AT = 24;
const ENTRY_BYTES = 12;
const MOST_ENTRIES = Math.floor((NODE_BYTES - ENTRIES_AT) / ENTRY_BYTES);

/** A tree of fifty entries a node is four deep with six million messages. Attack: nodes that lead to each other. */
const DEEPEST = 32;

/** Where what the index says of each message stands, in its order. */
export interface MessageAddresses {
  readonly addresses: Iterable<number>;
  /** Whether nodes are missing, known at the end. */
  isDamaged(): boolean;
}

/** Walks the index below its root; a node that is none is passed over with all below it. */
export function messageAddresses(source: ByteSource, root: number): MessageAddresses {
  const seen = new Set<number>();
  let damaged = false;
  function* below(address: number, depth: number): Generator<number> {
    const node = source.read(address, NODE_BYTES);
    const count = node[17] ?? 0;
    const isNode = node.length === NODE_BYTES && u32(node, 0) === address && count <= MOST_ENTRIES;
    if (!isNode || seen.has(address) || depth > DEEPEST) {
      damaged = true;
      return;
    }
    seen.add(address);
    const first = u32(node, 8);
    if (first !== 0) yield* below(first, depth + 1);
    for (let at = ENTRIES_AT; at < ENTRIES_AT + count * ENTRY_BYTES; at += ENTRY_BYTES) {
      const message = u32(node, at);
      const child = u32(node, at + 4);
      if (message !== 0) yield message;
      if (child !== 0) yield* below(child, depth + 1);
    }
  }
  return { addresses: root === 0 ? [] : below(root, 0), isDamaged: () => damaged };
}
