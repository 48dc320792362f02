import type { ByteSource, Defect, Failure, Limits } from '../../../model/index.ts';
import { failure } from '../outcome.ts';
import { centralEntries } from './central-directory.ts';
import { type EndRecord, findEndRecord } from './end-record.ts';
import { isDirectory, type ZipEntry } from './entry.ts';
import { scanLocalHeaders } from './recovery.ts';
import { unlistedEntries } from './unlisted.ts';

/** All that opening a zip tells, before any member is read. */
export interface ZipDirectory {
  readonly end: EndRecord | null;
  /** Members, without directories. */
  readonly count: number;
  readonly entries: () => Iterable<ZipEntry>;
  readonly defects: readonly Defect[];
  readonly failure: Failure | null;
}

/**
 * Reads the directory once to count and check it. When it is missing, or breaks off before all announced
 * records are seen, the local headers are searched, and used if they tell of more. `starts` is where each
 * volume of a split archive begins in `source`.
 */
export function openDirectory(source: ByteSource, limits: Limits, starts?: readonly number[]): ZipDirectory {
  const found = findEndRecord(source);
  const end = found !== null && starts !== undefined ? { ...found, disk: 0, shift: 0 } : found;
  const fromLocal = (): Iterable<ZipEntry> =>
    files(scanLocalHeaders(source, end?.shift ?? 0, limits.children));
  if (end === null) {
    const detail = 'The end of the archive is missing; the entries were found by their local headers.';
    const count = countOf(fromLocal());
    const problem =
      count > 0 ? failure('truncated', detail) : failure('malformed', 'No directory and no entry was found.');
    return { end, count, entries: fromLocal, defects: [], failure: problem };
  }
  const walk = walkDirectory(source, end, limits);
  const fromCentral = (): Iterable<ZipEntry> =>
    files(
      placed(limited(centralEntries(source, end.directoryStart, end.directoryEnd), limits.children), starts),
    );
  const defects = endDefects(source, end, walk);
  if (walk.count === end.entries || (!end.zip64 && walk.count % 65536 === end.entries)) {
    return withUnlisted(source, { end, count: walk.files, entries: fromCentral, defects, failure: null });
  }
  if (walk.count >= limits.children) {
    const detail = `More than ${limits.children} entries; the rest was not read.`;
    return { end, count: walk.files, entries: fromCentral, defects, failure: failure('too-many', detail) };
  }
  const detail = `The archive announces ${end.entries} entries and its directory holds ${walk.count}.`;
  const problem = failure('malformed', detail);
  if (walk.count < end.entries && countOf(fromLocal()) > walk.files) {
    return { end, count: countOf(fromLocal()), entries: fromLocal, defects, failure: problem };
  }
  return { end, count: walk.files, entries: fromCentral, defects, failure: problem };
}

/** Members that the directory keeps quiet about come last. */
function withUnlisted(source: ByteSource, directory: ZipDirectory): ZipDirectory {
  const { end, entries, count, defects } = directory;
  if (end === null || end.disk !== 0) return directory;
  const more = [...files(unlistedEntries(source, entries, end.directoryStart, end.shift))];
  if (more.length === 0) return directory;
  const detail = `${more.length} entries lie in the archive that its directory does not list.`;
  return {
    ...directory,
    count: count + more.length,
    entries: () => concatenated(entries(), more),
    defects: [...defects, { code: 'zip-unlisted-entries', detail }],
  };
}

function* concatenated(first: Iterable<ZipEntry>, second: Iterable<ZipEntry>): Generator<ZipEntry> {
  yield* first;
  yield* second;
}

interface Walk {
  readonly count: number;
  readonly files: number;
  readonly stoppedAt: number;
}

function walkDirectory(source: ByteSource, end: EndRecord, limits: Limits): Walk {
  const walk = centralEntries(source, end.directoryStart, end.directoryEnd);
  let [count, files] = [0, 0];
  for (let step = walk.next(); ; step = walk.next()) {
    if (step.done) return { count, files, stoppedAt: step.value };
    if (count >= limits.children) return { count, files, stoppedAt: step.value.at };
    count++;
    if (!isDirectory(step.value)) files++;
  }
}

function endDefects(source: ByteSource, end: EndRecord, walk: Walk): Defect[] {
  const defects: Defect[] = [];
  if (end.shift > 0) defects.push({ code: 'zip-leading-bytes', at: { start: 0, end: end.shift } });
  if (end.shift < 0) defects.push({ code: 'zip-offsets-too-large', detail: `by ${-end.shift} bytes` });
  if (end.end < source.size)
    defects.push({ code: 'trailing-bytes', at: { start: end.end, end: source.size } });
  if (end.end > source.size)
    defects.push({ code: 'zip-comment-cut', at: { start: end.at, end: source.size } });
  if (walk.stoppedAt < end.directoryEnd) {
    defects.push({ code: 'zip-directory-gap', at: { start: walk.stoppedAt, end: end.directoryEnd } });
  }
  return defects;
}

function* files(entries: Iterable<ZipEntry>): Generator<ZipEntry> {
  for (const entry of entries) if (!isDirectory(entry)) yield entry;
}

/** In a split archive offsets count from the start of the volume the entry begins in. */
function* placed(entries: Iterable<ZipEntry>, starts?: readonly number[]): Generator<ZipEntry> {
  for (const entry of entries) {
    if (starts === undefined) yield entry;
    else yield { ...entry, disk: 0, localAt: (starts[entry.disk] ?? 0) + entry.localAt };
  }
}

function* limited(entries: Iterable<ZipEntry>, most: number): Generator<ZipEntry> {
  let count = 0;
  for (const entry of entries) {
    if (count++ >= most) return;
    yield entry;
  }
}

function countOf(entries: Iterable<unknown>): number {
  let count = 0;
  for (const _ of entries) count++;
  return count;
}
