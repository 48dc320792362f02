import { fail } from '../binary/fail.ts';
import { u16, u32 } from '../binary/little-endian.ts';
import { type ByteStream, streamOf } from '../binary/stream.ts';
import type { RawProperty } from '../mapi/property-bag.ts';
import { TYPE } from '../mapi/tags.ts';
import type { Heap } from './heap.ts';
import { heapTreeLeaves } from './heap-tree.ts';

const PROPERTY_CONTEXT = 0xbc;
/** A property id is 16 bits wide. */
const MOST_PROPERTIES = 0x10000;

/** The properties of a node, MS-PST 2.3.3. Values are opened when asked for. */
export function readPropertyContext(heap: Heap): ReadonlyMap<number, RawProperty> {
  if (heap.clientType !== PROPERTY_CONTEXT)
    fail('malformed', 'A node holds no properties where they are due.');
  const properties = new Map<number, RawProperty>();
  for (const { bytes, entryBytes } of heapTreeLeaves(heap, heap.root, 2, 6)) {
    for (let at = 0; at + entryBytes <= bytes.length; at += entryBytes) {
      const id = u16(bytes, at);
      const type = u16(bytes, at + 2);
      properties.set(id, propertyOf(heap, id, type, bytes.subarray(at + 4, at + 8)));
    }
    if (properties.size > MOST_PROPERTIES) fail('too-many', 'A node has more properties than there are ids.');
  }
  return properties;
}

/** A property whose four bytes are either the value itself or the id of where it lies. */
export function propertyOf(heap: Heap, id: number, type: number, word: Uint8Array): RawProperty {
  return { id, type, open: (): ByteStream => (isInline(type) ? streamOf(word) : heap.value(u32(word, 0))) };
}

function isInline(type: number): boolean {
  return (
    type === TYPE.short ||
    type === TYPE.long ||
    type === TYPE.float ||
    type === TYPE.error ||
    type === TYPE.boolean
  );
}
