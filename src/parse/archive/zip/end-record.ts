import type { ByteSource } from '../../../model/index.ts';
import { u16, u32, u64 } from '../../binary/zero-filled-numbers.ts';

/** What the end of central directory record says, and where the directory really lies. */
export interface EndRecord {
  /** Offset of the record itself and of the first byte after its comment. */
  readonly at: number;
  readonly end: number;
  /** Physical range of the central directory. */
  readonly directoryStart: number;
  readonly directoryEnd: number;
  readonly entries: number;
  /** Number of this volume, from 0: other than 0 means a split archive. */
  readonly disk: number;
  /** Bytes before the archive (a self-extractor, a prepended file): to be added to recorded offsets. */
  readonly shift: number;
  readonly zip64: boolean;
  readonly comment: Uint8Array;
}

const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const CENTRAL = 0x02014b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
/** Attack: a comment full of end signatures, each of which has to be followed up. */
const MOST_CANDIDATES = 64;

/**
 * Finds the end of central directory record (APPNOTE 4.3.16), searching backwards as every reader must
 * since a comment may follow. A record whose directory is really there wins over one found first, so
 * that a zip inside an archive comment does not take over.
 */
export function findEndRecord(source: ByteSource): EndRecord | null {
  const tailAt = Math.max(0, source.size - END_BYTES - LONGEST_COMMENT);
  const tail = Buffer.from(source.read(tailAt, source.size - tailAt));
  let fallback: EndRecord | null = null;
  let from = tail.length - END_BYTES;
  for (let tries = 0; tries < MOST_CANDIDATES && from >= 0; tries++) {
    const at = tail.lastIndexOf('PK\x05\x06', from, 'latin1');
    if (at < 0) break;
    const record = readEnd(source, tail, at, tailAt);
    const fits = record.end === source.size;
    if (record.located && fits) return record;
    if (record.located) fallback ??= record;
    from = at - 1;
  }
  return fallback;
}

function readEnd(
  source: ByteSource,
  tail: Buffer,
  at: number,
  tailAt: number,
): EndRecord & { located: boolean } {
  const commentLength = u16(tail, at + 20);
  const zip64At = findEnd64(source, tailAt + at);
  const big = zip64At === null ? null : source.read(zip64At, 56);
  const entries = big ? u64(big, 32) : u16(tail, at + 10);
  const size = big ? u64(big, 40) : u32(tail, at + 12);
  const offset = big ? u64(big, 48) : u32(tail, at + 16);
  const recordAt = zip64At ?? tailAt + at;
  const shift = findShift(source, recordAt, offset, size, entries);
  return {
    at: tailAt + at,
    end: tailAt + at + END_BYTES + commentLength,
    directoryStart: offset + (shift ?? 0),
    directoryEnd: Math.min(offset + (shift ?? 0) + size, recordAt),
    entries,
    disk: big ? u32(big, 16) : u16(tail, at + 4),
    shift: shift ?? 0,
    zip64: big !== null,
    comment: tail.subarray(at + END_BYTES, at + END_BYTES + commentLength),
    located: shift !== null,
  };
}

/** The ZIP64 record, where its locator says or, behind prepended bytes, right before the locator. */
function findEnd64(source: ByteSource, endAt: number): number | null {
  const locator = source.read(Math.max(0, endAt - 20), 20);
  if (endAt < 20 || u32(locator, 0) !== LOCATOR64) return null;
  for (const at of [u64(locator, 8), endAt - 20 - 56]) {
    if (at >= 0 && at < endAt && u32(source.read(at, 4), 0) === END64) return at;
  }
  return null;
}

/** How far the directory lies from where it claims to; null when it is at neither plausible place. */
function findShift(
  source: ByteSource,
  recordAt: number,
  offset: number,
  size: number,
  entries: number,
): number | null {
  const shift = recordAt - offset - size;
  if (entries === 0 && size === 0) return 0;
  for (const candidate of [shift, 0]) {
    const at = offset + candidate;
    if (at >= 0 && at < recordAt && u32(source.read(at, 4), 0) === CENTRAL) return candidate;
  }
  return null;
}
