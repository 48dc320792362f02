import type { ByteSource } from '../../model/index.ts';
import type { ArchiveFormat } from '../detect/detection.ts';
import { tarHeader } from './tar/header.ts';
import { findEndRecord } from './zip/end-record.ts';

/** Magic bytes at the start of the file, as Latin-1 text; the first that fits decides. */
const MAGIC: readonly (readonly [string, ArchiveFormat])[] = [
  ['PK\x03\x04', 'zip'],
  ['PK\x05\x06', 'zip'],
  ['PK\x07\x08PK', 'zip'],
  ['PK00PK\x03\x04', 'zip'],
  ['7z\xbc\xaf\x27\x1c', '7z'],
  ['Rar!\x1a\x07', 'rar'],
  ['RE~^', 'rar'],
  ['\x1f\x8b\x08', 'gz'],
  ['\xfd7zXZ\x00', 'xz'],
  ['\x28\xb5\x2f\xfd', 'zst'],
  ['\x1f\x9d', 'z'],
  ['MSCF\x00\x00\x00\x00', 'cab'],
  ['!<arch>\n', 'ar'],
  ['070701', 'cpio'],
  ['070702', 'cpio'],
  ['070707', 'cpio'],
  ['\xc7\x71', 'cpio'],
  ['\x71\xc7', 'cpio'],
  ['\x60\xea', 'arj'],
  ['xar!', 'xar'],
  ['MSWIM\x00\x00\x00', 'wim'],
  ['\xed\xab\xee\xdb', 'rpm'],
  ['\x04\x22\x4d\x18', 'lz4'],
  ['\x02\x21\x4c\x18', 'lz4'],
  ['LZIP', 'lz'],
];

/**
 * Tells an archive by its content, never by its name. `head` is the start of the file, 1 KB or more; with
 * `source` also archives behind other bytes are found (self-extractors, a zip by its end). Office
 * documents, JARs and EPUBs are zips here: the caller decides which of them to treat as documents.
 */
export function detectArchive(head: Uint8Array, source?: ByteSource): ArchiveFormat | null {
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 512)).toString('latin1');
  if (/^BZh[1-9]/.test(start) && BZIP2_BLOCKS.includes(start.slice(4, 10))) return 'bz2';
  if (start.startsWith('PK\x03\x04')) return 'zip';
  if (tarHeader(head.subarray(0, 512)) !== null) return 'tar';
  const known = MAGIC.find(([magic]) => start.startsWith(magic));
  if (known !== undefined) return known[1];
  if (isSkippableFrame(start)) return 'zst';
  if (/^..-l[hz][\dsd]-/s.test(start)) return 'lzh';
  if (looksLikeLzma(head)) return 'lzma';
  return source === undefined ? null : behindOtherBytes(start, source);
}

/** How a bzip2 block, or the end of an empty file, begins. */
const BZIP2_BLOCKS = ['1AY&SY', '\x17rE8P\x90'];

/** RFC 8878, 3.1.2: a Zstandard file may begin with a frame of metadata. */
function isSkippableFrame(start: string): boolean {
  return start.startsWith('*M\x18', 1) && start.charCodeAt(0) >> 4 === 5;
}

/** LZMA alone has no magic: usual properties, a power-of-two dictionary, a sane or unknown size. */
function looksLikeLzma(head: Uint8Array): boolean {
  if (head.length < 14 || head[0] !== 0x5d || head[13] !== 0) return false;
  const view = new DataView(head.buffer, head.byteOffset, head.length);
  const dictionary = view.getUint32(1, true);
  const size = view.getBigUint64(5, true);
  const power = dictionary !== 0 && (dictionary & (dictionary - 1)) === 0;
  return power && dictionary >= 4096 && (size === 0xffffffffffffffffn || size < 1n << 48n);
}

/** Executables and scripts that unpack themselves carry the archive within their first megabyte. */
const STUB_BYTES = 1024 * 1024;
/** A zip may end in a comment of 64 KB; every file without a known start pays for this read. */
const SMALLEST_ZIP = 22;

function behindOtherBytes(start: string, source: ByteSource): ArchiveFormat | null {
  if (start.startsWith('MZ') || start.startsWith('\x7fELF') || start.startsWith('#!')) {
    const stub = Buffer.from(source.read(0, STUB_BYTES));
    if (stub.includes('7z\xbc\xaf\x27\x1c\x00', 0, 'latin1')) return '7z';
    if (stub.includes('Rar!\x1a\x07\x00', 0, 'latin1') || stub.includes('Rar!\x1a\x07\x01\x00', 0, 'latin1'))
      return 'rar';
  }
  if (source.size < SMALLEST_ZIP) return null;
  const end = findEndRecord(source);
  return end !== null && end.entries > 0 ? 'zip' : null;
}
