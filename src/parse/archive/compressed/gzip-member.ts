import { u16, u32 } from '../../binary/zero-filled-numbers.ts';
import { unixTime } from '../time-facts.ts';

/** The header of one gzip member (RFC 1952, 2.3). */
export interface GzipHeader {
  readonly length: number;
  /** Raw, ISO 8859-1 by the RFC; empty when absent. */
  readonly name: Uint8Array;
  readonly facts: Readonly<Record<string, string>>;
}

/** RFC 1952, 2.3.1, "OS". */
const HOSTS: Readonly<Record<number, string>> = {
  0: 'MS-DOS, OS/2 or FAT',
  1: 'Amiga',
  2: 'OpenVMS',
  3: 'Unix',
  6: 'OS/2 HPFS',
  7: 'Macintosh',
  10: 'TOPS-20',
  11: 'Windows NTFS',
};

const HEADER_CRC = 2;
const EXTRA = 4;
const NAME = 8;
const COMMENT = 16;

/** Null when no member begins at `at`, or its header does not end within the bytes. */
export function gzipHeader(bytes: Uint8Array, at: number): GzipHeader | null {
  if (at + 10 > bytes.length || u16(bytes, at) !== 0x8b1f || bytes[at + 2] !== 8) return null;
  const flags = bytes[at + 3] ?? 0;
  const facts: Record<string, string> = {};
  const modified = u32(bytes, at + 4);
  if (modified !== 0) facts.modified = unixTime(modified) ?? '';
  facts['host-os'] = HOSTS[bytes[at + 9] ?? 255] ?? 'unknown';
  let next = at + 10;
  if ((flags & EXTRA) !== 0) next += 2 + u16(bytes, next);
  const name = (flags & NAME) !== 0 ? untilZero(bytes, next) : new Uint8Array(0);
  if ((flags & NAME) !== 0) next += name.length + 1;
  if ((flags & COMMENT) !== 0) {
    const comment = untilZero(bytes, next);
    facts.comment = Buffer.from(comment).toString('latin1').slice(0, 4096);
    next += comment.length + 1;
  }
  if ((flags & HEADER_CRC) !== 0) next += 2;
  return next > bytes.length ? null : { length: next - at, name, facts };
}

function untilZero(bytes: Uint8Array, at: number): Uint8Array {
  const end = bytes.indexOf(0, at);
  return bytes.subarray(at, end < 0 ? bytes.length : end);
}
