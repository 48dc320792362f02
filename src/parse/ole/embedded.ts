import type { CfbEntry } from '../cfb/cfb.ts';
import { type CfbNode, MOST_CFB_BYTES, writeCfb } from '../cfb/write-cfb.ts';
import { decodeText } from '../mapi/code-page.ts';
import type { Collector } from '../metadata/collector.ts';
import type { Compound } from './compound.ts';

/** Objects of one document. Attack: a hundred thousand storages, each to be rebuilt. */
const MOST_OBJECTS = 500;
const PACKAGE = '\u0001Ole10Native';

/**
 * What is embedded in a compound file: storages of other applications, rebuilt as files of their own, and
 * packages (Ole10Native), which keep name and path of the file that was dropped in.
 */
export function collectOleEmbedded(compound: Compound, out: Collector): void {
  let objects = 0;
  for (const entry of compound.file.entries) {
    if (objects >= MOST_OBJECTS) return;
    const name = entry.path.at(-1) ?? '';
    if (entry.type === 'stream' && name === PACKAGE) {
      objects++;
      collectPackage(compound.bytes(entry) ?? new Uint8Array(), entry.path.slice(0, -1).join('/'), out);
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

/** [MS-OLEDS] 2.3.6 and, within, what packager.dll writes: label, path, temporary path, content. */
function collectPackage(source: Uint8Array, place: string, out: Collector): void {
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  if (bytes.length < 16 || bytes.readUInt16LE(4) !== 2) return;
  const label = zeroEnded(bytes, 6);
  const path = zeroEnded(bytes, label.next);
  if (path.next + 8 > bytes.length) return;
  // Two words, then length and text of the path it was unpacked to when it was made.
  const temporaryAt = path.next + 8;
  const where = `Ole10Native, ${place || 'root'}`;
  out.field('path', path.text, where);
  out.field('path', zeroEnded(bytes, temporaryAt).text, where);
  const dataAt = temporaryAt + bytes.readUInt32LE(path.next + 4);
  if (dataAt + 4 > bytes.length) return;
  const data = bytes.subarray(dataAt + 4, dataAt + 4 + bytes.readUInt32LE(dataAt));
  out.finding('embedded-package', label.text);
  out.embed(label.text.split(/[\\/]/).at(-1) || 'package', data);
}

function zeroEnded(bytes: Buffer, at: number): { readonly text: string; readonly next: number } {
  const end = bytes.indexOf(0, at);
  if (end < 0 || end - at > 1_000) return { text: '', next: bytes.length };
  return { text: decodeText(bytes.subarray(at, end), 1252), next: end + 1 };
}
