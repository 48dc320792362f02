import type { Defect } from '../../model/index.ts';
import { u8, u16, u32 } from '../binary/little-endian.ts';
import { guidAt } from '../mapi/named-properties.ts';
import { filetimeToIso } from '../mapi/property-bag.ts';
import { LAST_REGULAR } from './header.ts';

/** A storage or stream of a compound file, MS-CFB 2.6. */
export interface CfbEntry {
  /** Names from the root's child down, as stored. */
  readonly path: readonly string[];
  readonly type: 'root' | 'storage' | 'stream';
  readonly size: number;
  readonly start: number;
  readonly classId: string;
  /** ISO 8601 UTC or null: what the directory keeps is rarely set for streams. */
  readonly created: string | null;
  readonly modified: string | null;
  /** Those directly below, in the order of the directory. */
  readonly children: readonly CfbEntry[];
}

const ENTRY_BYTES = 128;
/** Storages in storages. Attack: a chain of storages as long as the file. */
const DEEPEST = 64;

interface RawEntry extends Omit<CfbEntry, 'path' | 'children'> {
  readonly name: string;
  readonly left: number;
  readonly right: number;
  readonly child: number;
}

/**
 * The tree of entries. Siblings form a binary tree by left and right, which is walked with a stack and
 * visits each entry once: entries that point at one another in a circle are a defect, not a loop.
 */
export function readDirectory(bytes: Uint8Array, defects: Defect[]): CfbEntry | null {
  const raw: RawEntry[] = [];
  for (let at = 0; at + ENTRY_BYTES <= bytes.length; at += ENTRY_BYTES) raw.push(rawEntry(bytes, at));
  const [root] = raw;
  if (root?.type !== 'root') return null;
  const seen = new Set([0]);
  return build(raw, root, [], seen, defects);
}

function build(
  raw: readonly RawEntry[],
  entry: RawEntry,
  path: readonly string[],
  seen: Set<number>,
  defects: Defect[],
): CfbEntry {
  const { name: _name, left: _left, right: _right, child, ...facts } = entry;
  if (path.length > DEEPEST) {
    defects.push({ code: 'directory-depth', detail: path.slice(0, 4).join('/') });
    return { ...facts, path, children: [] };
  }
  const children: CfbEntry[] = [];
  for (const id of siblings(raw, child, seen, defects)) {
    const below = raw[id];
    if (below !== undefined) children.push(build(raw, below, [...path, below.name], seen, defects));
  }
  return { ...facts, path, children };
}

/** Entry numbers of one storage, in order. */
function siblings(raw: readonly RawEntry[], top: number, seen: Set<number>, defects: Defect[]): number[] {
  const order: number[] = [];
  const stack: number[] = [];
  let id = top;
  while (id <= LAST_REGULAR || stack.length > 0) {
    const entry = raw[id];
    if (id <= LAST_REGULAR && entry !== undefined && !seen.has(id)) {
      seen.add(id);
      stack.push(id);
      id = entry.left;
      continue;
    }
    if (id <= LAST_REGULAR)
      defects.push({
        code: entry === undefined ? 'directory-entry-missing' : 'directory-cycle',
        detail: String(id),
      });
    const visited = stack.pop();
    if (visited === undefined) break;
    order.push(visited);
    id = raw[visited]?.right ?? LAST_REGULAR + 1;
  }
  return order;
}

function rawEntry(bytes: Uint8Array, at: number): RawEntry {
  const nameBytes = Math.min(64, Math.max(0, u16(bytes, at + 64) - 2));
  const type = u8(bytes, at + 66);
  return {
    name: Buffer.from(bytes.buffer, bytes.byteOffset + at, nameBytes & ~1).toString('utf16le'),
    type: type === 5 ? 'root' : type === 1 ? 'storage' : 'stream',
    left: u32(bytes, at + 68),
    right: u32(bytes, at + 72),
    child: type === 2 ? LAST_REGULAR + 1 : u32(bytes, at + 76),
    classId: guidAt(bytes, at + 80),
    created: filetimeToIso(bytes, at + 100),
    modified: filetimeToIso(bytes, at + 108),
    start: u32(bytes, at + 116),
    // The high half is garbage in files of version 3 (MS-CFB 2.6.1).
    size: u32(bytes, at + 120),
  };
}
