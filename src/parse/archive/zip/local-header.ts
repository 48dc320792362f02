import type { ByteSource, Defect } from '../../../model/index.ts';
import { u16, u32 } from '../../binary/zero-filled-numbers.ts';
import { widened } from './central-directory.ts';
import { FLAG_DESCRIPTOR, FLAG_MASKED_HEADERS, type ZipEntry } from './entry.ts';
import { extraField } from './extra-fields.ts';

/** The header in front of a member's bytes (APPNOTE 4.3.7). */
export interface LocalHeader {
  readonly at: number;
  readonly flags: number;
  readonly method: number;
  readonly dosTime: number;
  readonly dosDate: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly name: Uint8Array;
  readonly extra: Uint8Array;
  /** Where the member's data begins. */
  readonly dataAt: number;
}

/** `PK\x03\x04` (APPNOTE 4.3.7). */
export const LOCAL_SIGNATURE = 0x04034b50;
const FIXED = 30;

/** The local file header at `at` (APPNOTE 4.3.7), or null when there is none. */
export function readLocalHeader(source: ByteSource, at: number): LocalHeader | null {
  if (at < 0) return null;
  const fixed = source.read(at, FIXED);
  return u32(fixed, 0) === LOCAL_SIGNATURE ? parseLocalHeader(source, at, fixed) : null;
}

/** A local header whose signature was destroyed, accepted because it carries the expected name. */
export function unsignedLocalHeader(source: ByteSource, at: number, name: Uint8Array): LocalHeader | null {
  if (at < 0 || name.length === 0) return null;
  const local = parseLocalHeader(source, at, source.read(at, FIXED));
  return local !== null && Buffer.compare(local.name, name) === 0 ? local : null;
}

function parseLocalHeader(source: ByteSource, at: number, fixed: Uint8Array): LocalHeader | null {
  if (fixed.length < FIXED) return null;
  const nameLength = u16(fixed, 26);
  const extraLength = u16(fixed, 28);
  const rest = source.read(at + FIXED, nameLength + extraLength);
  if (rest.length < nameLength) return null;
  const extra = rest.subarray(nameLength);
  const [size, compressedSize] = widened([u32(fixed, 22), u32(fixed, 18), 0], extraField(extra, 0x0001));
  return {
    at,
    flags: u16(fixed, 6),
    method: u16(fixed, 8),
    dosTime: u16(fixed, 10),
    dosDate: u16(fixed, 12),
    crc: u32(fixed, 14),
    compressedSize,
    size,
    name: rest.subarray(0, nameLength),
    extra,
    dataAt: at + FIXED + nameLength + extraLength,
  };
}

/**
 * Where the two descriptions of one member disagree: a sign of tampering, of an edit by a careless tool,
 * or of an attempt to show one thing to one reader and another thing to the next.
 */
export function localDefects(entry: ZipEntry, local: LocalHeader): Defect[] {
  const defects: Defect[] = [];
  const at = { start: local.at, end: local.dataAt };
  const differ = (code: string, central: unknown, here: unknown): void => {
    if (central !== here) defects.push({ code, at, detail: `directory ${central}, local header ${here}` });
  };
  differ('zip-local-method', entry.method, local.method);
  differ('zip-local-flags', entry.flags & ~FLAG_DESCRIPTOR & 0x2841, local.flags & ~FLAG_DESCRIPTOR & 0x2841);
  if ((entry.flags & FLAG_MASKED_HEADERS) !== 0) return defects;
  if (Buffer.compare(entry.name, local.name) !== 0) {
    const detail = `directory ${JSON.stringify(text(entry.name))}, local header ${JSON.stringify(text(local.name))}`;
    defects.push({ code: 'zip-local-name', at, detail });
  }
  if ((local.flags & FLAG_DESCRIPTOR) !== 0) return defects;
  differ('zip-local-crc', entry.crc, local.crc);
  differ('zip-local-size', entry.size, local.size);
  differ('zip-local-compressed-size', entry.compressedSize, local.compressedSize);
  return defects;
}

function text(name: Uint8Array): string {
  return Buffer.from(name).toString('latin1').slice(0, 200);
}
