import type { ByteSource } from '../../../model/index.ts';
import { u32, u64 } from '../../binary/zero-filled-numbers.ts';
import { FLAG_DESCRIPTOR, SATURATED, type ZipEntry } from './entry.ts';
import { LOCAL_SIGNATURE, type LocalHeader, readLocalHeader } from './local-header.ts';

/**
 * The members of an archive whose directory is lost (cut off, overwritten), found by their local headers
 * from `start` on. Sizes that only a data descriptor knows are found by a descriptor whose size equals
 * its distance from the data. The scan ends at a directory, unless another archive may stand behind it.
 */
export function* scanLocalHeaders(
  source: ByteSource,
  start: number,
  most: number,
  until: 'directory' | 'past-directories' = 'directory',
): Generator<ZipEntry> {
  let at = start;
  const wanted = until === 'directory' ? isLocalOrEnd : isLocal;
  for (let found = 0; found < most; found++) {
    const headerAt = findSignature(source, at, source.size, wanted);
    if (headerAt === null || u32(source.read(headerAt, 4), 0) !== LOCAL_SIGNATURE) return;
    const local = readLocalHeader(source, headerAt);
    if (local === null) {
      at = headerAt + 4;
      continue;
    }
    const extent = memberExtent(source, local);
    yield entryOf(local, extent);
    at = local.dataAt + extent.compressedSize;
  }
}

interface Extent {
  readonly compressedSize: number;
  readonly size: number | null;
  readonly crc: number | null;
}

function memberExtent(source: ByteSource, local: LocalHeader): Extent {
  const streamed = (local.flags & FLAG_DESCRIPTOR) !== 0;
  const known = local.compressedSize !== SATURATED && (!streamed || local.compressedSize > 0);
  if (known) return { compressedSize: local.compressedSize, size: local.size, crc: local.crc };
  const described = streamed ? findDescriptor(source, local.dataAt) : null;
  if (described !== null) return described;
  const next = findSignature(source, local.dataAt, source.size, isLocalOrEnd) ?? source.size;
  return { compressedSize: next - local.dataAt, size: null, crc: null };
}

/** APPNOTE 4.3.9: an optional signature, CRC, and both sizes in four or, with ZIP64, eight bytes each. */
function findDescriptor(source: ByteSource, dataAt: number): Extent | null {
  let found: Extent | null = null;
  findSignature(source, dataAt, source.size, (signature, at) => {
    const gap = at - dataAt;
    if (signature === DESCRIPTOR) {
      const record = source.read(at, 24);
      if (u32(record, 8) === gap) found = { crc: u32(record, 4), compressedSize: gap, size: u32(record, 12) };
      else if (u64(record, 8) === gap)
        found = { crc: u32(record, 4), compressedSize: gap, size: u64(record, 16) };
    } else if (isLocalOrEnd(signature) && gap >= 12) {
      const record = source.read(at - 12, 12);
      if (u32(record, 4) === gap - 12) {
        found = { crc: u32(record, 0), compressedSize: gap - 12, size: u32(record, 8) };
      }
    }
    return found !== null;
  });
  return found;
}

const DESCRIPTOR = 0x08074b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

function isLocalOrEnd(signature: number): boolean {
  return signature === LOCAL_SIGNATURE || signature === CENTRAL || signature === END;
}

function isLocal(signature: number): boolean {
  return signature === LOCAL_SIGNATURE;
}

const BLOCK = 1024 * 1024;

/** The first place in [from, end) where a `PK` signature is accepted. */
function findSignature(
  source: ByteSource,
  from: number,
  end: number,
  accept: (signature: number, at: number) => boolean,
): number | null {
  for (let at = from; at < end; at += BLOCK) {
    const block = Buffer.from(source.read(at, BLOCK + 3));
    for (
      let hit = block.indexOf('PK', 0, 'latin1');
      hit >= 0 && hit < BLOCK;
      hit = block.indexOf('PK', hit + 1, 'latin1')
    ) {
      if (hit + 4 <= block.length && accept(u32(block, hit), at + hit)) return at + hit;
    }
  }
  return null;
}

function entryOf(local: LocalHeader, extent: Extent): ZipEntry {
  return {
    at: local.at,
    madeBy: 0,
    flags: local.flags,
    method: local.method,
    dosTime: local.dosTime,
    dosDate: local.dosDate,
    crc: extent.crc,
    compressedSize: extent.compressedSize,
    size: extent.size,
    disk: 0,
    externalAttributes: 0,
    localAt: local.at,
    name: local.name,
    extra: local.extra,
    comment: new Uint8Array(0),
  };
}
