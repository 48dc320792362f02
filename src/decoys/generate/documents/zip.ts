import { crc32 } from 'node:zlib';

/** A file of a zip: its path there, and what it holds. */
export interface ZipMember {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * A zip of stored members (APPNOTE 6.3.10). Not compressed on purpose: what zlib writes differs between its
 * versions and processors, and a decoy must come out the same byte for byte wherever it is made again.
 */
export function zipOf(members: readonly ZipMember[], at: number): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of members) {
    const path = Buffer.from(name, 'utf8');
    const common = commonFields(bytes, path.length, at);
    const local = Buffer.concat([u32(0x04034b50), common, path, bytes]);
    const central = [u32(0x02014b50), u16(20), common, u16(0), u16(0), u16(0), u32(0), u32(offset), path];
    directory.push(Buffer.concat(central));
    parts.push(local);
    offset += local.length;
  }
  const listing = Buffer.concat(directory);
  const count = u16(members.length);
  const end = [u32(0x06054b50), u16(0), u16(0), count, count, u32(listing.length), u32(offset), u16(0)];
  return Buffer.concat([...parts, listing, ...end]);
}

/** From "version needed" to "extra field length", which both headers share. */
function commonFields(bytes: Uint8Array, nameLength: number, at: number): Buffer {
  const date = new Date(at);
  const time = (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1);
  const day =
    ((Math.max(1980, date.getUTCFullYear()) - 1980) << 9) |
    ((date.getUTCMonth() + 1) << 5) |
    date.getUTCDate();
  const sum = u32(crc32(bytes));
  const size = u32(bytes.length);
  // Bit 11: names are UTF-8.
  return Buffer.concat([
    u16(20),
    u16(0x0800),
    u16(0),
    u16(time),
    u16(day),
    sum,
    size,
    size,
    u16(nameLength),
    u16(0),
  ]);
}

function u16(value: number): Buffer {
  const out = Buffer.alloc(2);
  out.writeUInt16LE(value);
  return out;
}

function u32(value: number): Buffer {
  const out = Buffer.alloc(4);
  out.writeUInt32LE(value >>> 0);
  return out;
}
