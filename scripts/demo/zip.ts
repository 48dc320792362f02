/**
 * Writes zip archives (APPNOTE 6.3.9) with stored members: no compressor, so the same bytes come out on every
 * machine. With a password the members are encrypted by the traditional ZipCrypto (section 6.1).
 */
import { crc32 } from 'node:zlib';
import { seeded } from './bytes.ts';

export interface Member {
  readonly name: string;
  readonly bytes: Buffer;
}

/** A ZIP archive, under ZipCrypto where a password is given. */
export function zip(members: readonly Member[], password: string | null = null): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const member of members) {
    const crc = crc32(member.bytes);
    const data = password === null ? member.bytes : encrypt(member.bytes, crc, password);
    const name = Buffer.from(member.name, 'utf8');
    const common = commonFields(crc, data.length, member.bytes.length, name.length, password !== null);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), common, name, data]);
    directory.push(centralEntry(common, name, offset));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
}

/** From "version needed" to "extra length": the same in the local header and in the directory. */
function commonFields(
  crc: number,
  packed: number,
  size: number,
  nameLength: number,
  encrypted: boolean,
): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(0x0800 | (encrypted ? 1 : 0), 2); // names in UTF-8
  fields.writeUInt16LE(0, 4);
  fields.writeUInt16LE(0x6000, 6); // 12:00:00
  fields.writeUInt16LE(((2020 - 1980) << 9) | (3 << 5) | 2, 8); // 2 March 2020
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(packed, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(nameLength, 22);
  return fields;
}

function centralEntry(common: Buffer, name: Buffer, offset: number): Buffer {
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(offset, 10);
  const madeBy = Buffer.from([20, 3]);
  return Buffer.concat([Buffer.from('PK\u0001\u0002', 'latin1'), madeBy, common, tail, name]);
}

function encrypt(bytes: Buffer, crc: number, password: string): Buffer {
  const keys = new Uint32Array([0x12345678, 0x23456789, 0x34567890]);
  for (const byte of Buffer.from(password, 'utf8')) update(keys, byte);
  const random = seeded(crc);
  const head = Buffer.from(Array.from({ length: 12 }, () => Math.floor(random() * 256)));
  head[11] = crc >>> 24; // by which a reader tells a wrong password
  return Buffer.concat([head, bytes]).map((byte) => {
    const mixed = ((keys[2] ?? 0) | 2) & 0xffff;
    const masked = byte ^ ((Math.imul(mixed, mixed ^ 1) >>> 8) & 0xff);
    update(keys, byte);
    return masked;
  }) as Buffer;
}

function update(keys: Uint32Array, byte: number): void {
  keys[0] = crcStep(keys[0] ?? 0, byte);
  keys[1] = Math.imul((keys[1] ?? 0) + ((keys[0] ?? 0) & 0xff), 134775813) + 1;
  keys[2] = crcStep(keys[2] ?? 0, (keys[1] ?? 0) >>> 24);
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crcStep(crc: number, byte: number): number {
  return (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0);
}
