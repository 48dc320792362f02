import { fail } from '../binary/fail.ts';
import { u8, u16, u32, u64 } from '../binary/little-endian.ts';
import type { Windows } from '../binary/windows.ts';
import type { Cipher } from './cipher.ts';
import { ANSI, type Layout, UNICODE, UNICODE_4K } from './layout.ts';

/** A page or block reference, MS-PST 2.2.2.4. */
export interface BlockReference {
  readonly id: number;
  readonly offset: number;
}

/** What the header of a PST or OST says, MS-PST 2.2.2.6. */
export interface PstHeader {
  readonly layout: Layout;
  readonly version: number;
  readonly cipher: Cipher;
  /** `SM` for a PST, `SO` for an OST, `AB` for an address book. */
  readonly client: string;
  /** Where the file should end, by its own account. */
  readonly endOfFile: number;
  readonly nodeTree: BlockReference;
  readonly blockTree: BlockReference;
}

const MAGIC = 0x4e444221; // "!BDN"
const CIPHERS: readonly Cipher[] = ['none', 'permute', 'cyclic'];

/** Reads the header; stops as `malformed` when it is none, `unsupported` for an unknown version. */
export function readPstHeader(file: Windows): PstHeader {
  const bytes = file.view(0, Math.min(file.size, 564));
  if (bytes.length < 512 || u32(bytes, 0) !== MAGIC)
    fail('malformed', 'This is no PST or OST file: it does not begin with !BDN.');
  const version = u16(bytes, 10);
  const client = String.fromCharCode(u8(bytes, 8), u8(bytes, 9));
  const layout = layoutOf(version);
  if (layout.variant === 'ansi') {
    return {
      layout,
      version,
      client,
      cipher: cipherOf(u8(bytes, 461)),
      endOfFile: u32(bytes, 168),
      nodeTree: { id: u32(bytes, 184), offset: u32(bytes, 188) },
      blockTree: { id: u32(bytes, 192), offset: u32(bytes, 196) },
    };
  }
  return {
    layout,
    version,
    client,
    cipher: cipherOf(u8(bytes, 513)),
    endOfFile: u64(bytes, 184),
    nodeTree: { id: u64(bytes, 216), offset: u64(bytes, 224) },
    blockTree: { id: u64(bytes, 232), offset: u64(bytes, 240) },
  };
}

/** MS-PST 2.2.2.6: 14 and 15 are ANSI, 23 Unicode; Outlook 2013 and later write OST as 36 with pages of 4 KiB. */
function layoutOf(version: number): Layout {
  if (version === 14 || version === 15) return ANSI;
  if (version >= 36 && version < 64) return UNICODE_4K;
  if (version >= 20 && version < 36) return UNICODE;
  return fail('unsupported', `PST version ${version} is not known.`);
}

function cipherOf(method: number): Cipher {
  // 0x10 is Windows Information Protection, encrypted with a key that only the organisation holds.
  if (method === 0x10) fail('encrypted', 'The file is encrypted by Windows Information Protection.');
  return CIPHERS[method] ?? fail('unsupported', `Encoding method ${method} is not known.`);
}
