import type { ByteSource } from '../../../model/index.ts';
import { u16, u32, u64 } from '../../binary/zero-filled-numbers.ts';
import { readAhead } from '../window.ts';
import { SATURATED, type ZipEntry } from './entry.ts';
import { extraField } from './extra-fields.ts';

const CENTRAL = 0x02014b50;
const FIXED = 46;

/**
 * The records of the central directory (APPNOTE 4.3.12) in [start, end), in order, until the first
 * place that is not one. The generator's return value is where it stopped.
 */
export function* centralEntries(source: ByteSource, start: number, end: number): Generator<ZipEntry, number> {
  const ahead = readAhead(source);
  let at = start;
  while (at + FIXED <= end) {
    const fixed = ahead.read(at, FIXED);
    if (fixed.length < FIXED || u32(fixed, 0) !== CENTRAL) return at;
    const nameLength = u16(fixed, 28);
    const extraLength = u16(fixed, 30);
    const length = FIXED + nameLength + extraLength + u16(fixed, 32);
    const record = ahead.read(at, length);
    if (record.length < FIXED + nameLength) return at;
    yield centralEntry(record, at, nameLength, extraLength);
    at += length;
  }
  return at;
}

function centralEntry(record: Uint8Array, at: number, nameLength: number, extraLength: number): ZipEntry {
  const extraAt = FIXED + nameLength;
  const extra = record.subarray(extraAt, extraAt + extraLength);
  const [size, compressedSize, localAt] = widened(
    [u32(record, 24), u32(record, 20), u32(record, 42)],
    extraField(extra, 0x0001),
  );
  return {
    at,
    madeBy: u16(record, 4),
    flags: u16(record, 8),
    method: u16(record, 10),
    dosTime: u16(record, 12),
    dosDate: u16(record, 14),
    crc: u32(record, 16),
    compressedSize,
    size,
    disk: u16(record, 34),
    externalAttributes: u32(record, 38),
    localAt,
    name: record.subarray(FIXED, extraAt),
    extra,
    comment: record.subarray(extraAt + extraLength),
  };
}

/** ZIP64 (APPNOTE 4.5.3): the fields that are saturated, and only those, follow in this order. */
export function widened(
  fields: readonly [number, number, number],
  zip64: Uint8Array | null,
): [number, number, number] {
  let at = 0;
  const widen = (value: number): number => {
    if (value !== SATURATED || zip64 === null || at + 8 > zip64.length) return value;
    at += 8;
    return u64(zip64, at - 8);
  };
  return [widen(fields[0]), widen(fields[1]), widen(fields[2])];
}
