import type { ZipEntry } from './entry.ts';

/** The least a member takes: its local header without extra fields, and its data. */
function extentOf(entry: ZipEntry): readonly [number, number] {
  return [entry.localAt, entry.localAt + 30 + entry.name.length + entry.compressedSize];
}

/**
 * Positions of members that lie in bytes another member has already claimed. Attack: members that share
 * one kernel of compressed data (Fifield, "A better zip bomb", WOOT 2019), or one member listed many
 * times. The usual archive, in order and apart, costs one pass and no memory.
 */
export function overlapping(entries: () => Iterable<ZipEntry>): ReadonlySet<number> {
  let claimed = 0;
  let apart = true;
  for (const entry of entries()) {
    const [start, end] = extentOf(entry);
    apart &&= start >= claimed;
    if (!apart) break;
    claimed = end;
  }
  return apart ? new Set() : sortedOverlaps(entries);
}

function sortedOverlaps(entries: () => Iterable<ZipEntry>): ReadonlySet<number> {
  const extents: { readonly index: number; readonly start: number; readonly end: number }[] = [];
  for (const entry of entries()) {
    const [start, end] = extentOf(entry);
    extents.push({ index: extents.length, start, end });
  }
  extents.sort((a, b) => a.start - b.start || a.index - b.index);
  const found = new Set<number>();
  let claimed = -1;
  for (const { index, start, end } of extents) {
    if (start < claimed) found.add(index);
    claimed = Math.max(claimed, end);
  }
  return found;
}
