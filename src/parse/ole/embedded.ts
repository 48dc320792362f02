import type { CfbEntry } from '../cfb/cfb.ts';
import { type CfbNode, MOST_CFB_BYTES, writeCfb } from '../cfb/write-cfb.ts';
import type { Collector } from '../metadata/collector.ts';
import type { Compound } from './compound.ts';
import { collectNativeData } from './native-data.ts';
import { collectNativeFile } from './native-file.ts';

/** Objects of one document. Attack: a hundred thousand storages, each to be rebuilt. */
const MOST_OBJECTS = 500;
const PACKAGE = '\u0001Ole10Native';

/**
 * What is embedded in a compound file: storages of other applications, rebuilt as files of their own, packages
 * (Ole10Native), which keep name and path of the file that was dropped in, and, where the compound file is
 * itself an object taken out of a document, the file that it wraps.
 */
export function collectOleEmbedded(compound: Compound, out: Collector): void {
  collectNativeFile(compound, out);
  let objects = 0;
  for (const entry of compound.file.entries) {
    if (objects >= MOST_OBJECTS) return;
    const name = entry.path.at(-1) ?? '';
    if (entry.type === 'stream' && name === PACKAGE) {
      objects++;
      const where = `Ole10Native, ${entry.path.slice(0, -1).join('/') || 'root'}`;
      collectNativeData(sized(compound.bytes(entry) ?? new Uint8Array()), where, out);
    } else if (entry.type === 'storage' && isObject(entry)) {
      objects++;
      const nodes = nodesOf(compound, entry, MOST_CFB_BYTES);
      if (nodes !== null) out.embed(`${name.replaceAll(/[^\w-]/g, '')}.ole`, writeCfb(nodes));
    }
  }
}

/** Word keeps objects in ObjectPool, Excel as MBD and a number; packages are taken out of theirs. */
function isObject(entry: CfbEntry): boolean {
  const name = entry.path.at(-1) ?? '';
  const pooled = entry.path.at(-2) === 'ObjectPool' || /^MBD[0-9A-F]{8}$/i.test(name);
  return pooled && !entry.children.some(({ path }) => path.at(-1) === PACKAGE);
}

/** The directory bounds the depth. Null above what a file without DIFAT can hold. */
function nodesOf(compound: Compound, storage: CfbEntry, most: number): CfbNode[] | null {
  const nodes: CfbNode[] = [];
  let left = most;
  for (const child of storage.children) {
    const name = child.path.at(-1) ?? '';
    if (child.type === 'storage') {
      const children = nodesOf(compound, child, left);
      if (children === null) return null;
      nodes.push({ name, children });
      continue;
    }
    left -= child.size + 512;
    if (left < 0) return null;
    const bytes = compound.bytes(child);
    if (bytes !== null) nodes.push({ name, bytes });
  }
  return nodes;
}

/** What the length at the beginning of the stream covers ([MS-OLEDS] 2.3.6); all of it where that is wrong. */
function sized(bytes: Uint8Array): Uint8Array {
  if (bytes.length < 4) return bytes;
  const length = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true);
  return length > 0 && 4 + length <= bytes.length ? bytes.subarray(4, 4 + length) : bytes.subarray(4);
}
