import { fail } from '../binary/fail.ts';
import { u8, u32 } from '../binary/little-endian.ts';
import type { Heap } from './heap.ts';

/** Three levels hold every folder ever seen. Attack: a tree that leads into itself. */
const DEEPEST = 8;

/** Where the entries of a B-tree on a heap lie: `key` and `value` are views into `bytes`. */
export interface HeapTreeLeaf {
  readonly bytes: Uint8Array;
  readonly entryBytes: number;
}

/**
 * The leaves of a B-tree on a heap, MS-PST 2.3.2, in key order. `keyBytes` and `valueBytes` must be what
 * the tree says of itself. More leaves than the heap has allocations is a cycle.
 */
export function* heapTreeLeaves(
  heap: Heap,
  header: number,
  keyBytes: number,
  valueBytes: number,
): Generator<HeapTreeLeaf> {
  const head = heap.allocation(header);
  if (u8(head, 0) !== 0xb5 || u8(head, 1) !== keyBytes || u8(head, 2) !== valueBytes) {
    fail('malformed', 'A tree on a heap is not of the kind it should be.');
  }
  const levels = u8(head, 3);
  if (levels > DEEPEST) fail('malformed', `A tree on a heap claims ${levels} levels.`);
  const pending = [{ id: u32(head, 4), level: levels }];
  let budget = heap.data.blocks.length * 2048 + 16;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (budget-- <= 0) fail('malformed', 'A tree on a heap leads into itself.');
    const bytes = heap.allocation(next.id);
    if (next.level === 0) {
      yield { bytes, entryBytes: keyBytes + valueBytes };
      continue;
    }
    const step = keyBytes + 4;
    for (let at = bytes.length - (bytes.length % step) - step; at >= 0; at -= step) {
      pending.push({ id: u32(bytes, at + keyBytes), level: next.level - 1 });
    }
  }
}
