import type { ByteSource } from '../../../model/index.ts';
import { sliceOf } from '../window.ts';
import type { ZipEntry } from './entry.ts';
import { readLocalHeader } from './local-header.ts';
import { scanLocalHeaders } from './recovery.ts';

/** Attack: millions of members with a gap behind each, every one of which costs a read. */
const MOST_GAPS = 10_000;
const MOST_UNLISTED = 100_000;

/** Shorter than a local header: alignment, a data descriptor, an extra field that only one header has. */
const SMALLEST = 31;

/**
 * Members that the directory does not list but that lie whole between those it does, or before them: an archive
 * appended to another, older versions that an updating tool left, a directory edited to hide one. `shift` is what has
 * to be added to the offsets of `entries`.
 */
export function unlistedEntries(
  source: ByteSource,
  entries: () => Iterable<ZipEntry>,
  directoryStart: number,
  shift: number,
): readonly ZipEntry[] {
  const found: ZipEntry[] = [];
  for (const { start, end } of gapsBetween(entries, directoryStart, shift)) {
    const gap = metered(sliceOf(source, start, end));
    for (const entry of scanLocalHeaders(gap, 0, MOST_UNLISTED - found.length, 'past-directories')) {
      if (!fits(gap, entry)) continue;
      found.push({ ...entry, at: entry.at + start, localAt: entry.localAt + start - shift });
    }
    if (found.length >= MOST_UNLISTED) break;
  }
  return found.length === 0 ? found : withoutMoved(source, entries, shift, found);
}

/** Attack: headers without sizes, each of which is followed by a search through all that comes after. */
const TIMES_READ = 3;
const LEAST_READ = 8 * 2 ** 20;

/** A source that gives nothing more once it was read many times over. */
function metered(source: ByteSource): ByteSource {
  let left = source.size * TIMES_READ + LEAST_READ;
  return {
    size: source.size,
    read(offset, length) {
      left -= length;
      return left < 0 ? new Uint8Array(0) : source.read(offset, length);
    },
    close: () => source.close(),
  };
}

interface Gap {
  readonly start: number;
  readonly end: number;
}

function gapsBetween(
  entries: () => Iterable<ZipEntry>,
  directoryStart: number,
  shift: number,
): readonly Gap[] {
  const gaps: Gap[] = [];
  let claimed = 0;
  const claim = (start: number, end: number): void => {
    if (start - claimed >= SMALLEST && gaps.length < MOST_GAPS) gaps.push({ start: claimed, end: start });
    claimed = Math.max(claimed, end);
  };
  for (const [start, end] of inOrder(entries, shift)) claim(start, end);
  claim(directoryStart, directoryStart);
  return gaps;
}

type Extent = readonly [start: number, end: number];

/** Where each member lies at least, in rising order: the usual archive is in order and costs no memory. */
function inOrder(entries: () => Iterable<ZipEntry>, shift: number): Iterable<Extent> {
  let before = Number.NEGATIVE_INFINITY;
  for (const { localAt } of entries()) {
    if (localAt < before) return [...extentsOf(entries, shift)].sort((a, b) => a[0] - b[0]);
    before = localAt;
  }
  return extentsOf(entries, shift);
}

function* extentsOf(entries: () => Iterable<ZipEntry>, shift: number): Generator<Extent> {
  for (const { localAt, name, extra, compressedSize } of entries()) {
    const start = localAt + shift;
    yield [start, start + 30 + name.length + extra.length + compressedSize];
  }
}

/** A name, and bytes that end before those of the next member: "PK" by chance in a program has neither. */
function fits(gap: ByteSource, entry: ZipEntry): boolean {
  const local = entry.name.length === 0 ? null : readLocalHeader(gap, entry.localAt);
  return local !== null && entry.size !== null && local.dataAt + entry.compressedSize <= gap.size;
}

/**
 * A member whose offset in the directory is wrong is found by its name, and is not another; nor is one that lies where its
 * offset says, in an archive where only the directory's own place is wrong.
 */
function withoutMoved(
  source: ByteSource,
  entries: () => Iterable<ZipEntry>,
  shift: number,
  found: readonly ZipEntry[],
): readonly ZipEntry[] {
  const moved = new Set<string>();
  const unshifted = new Set<number>();
  for (const entry of entries()) {
    if (readLocalHeader(source, entry.localAt + shift) !== null) continue;
    if (readLocalHeader(source, entry.localAt) === null) moved.add(nameKey(entry));
    else unshifted.add(entry.localAt);
  }
  return found.filter((entry) => !moved.has(nameKey(entry)) && !unshifted.has(entry.localAt + shift));
}

function nameKey(entry: ZipEntry): string {
  return Buffer.from(entry.name).toString('latin1');
}
