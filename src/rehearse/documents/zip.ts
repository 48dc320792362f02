/** Zip archives (APPNOTE 6.3.9) with stored members: no compressor, so the same bytes on every machine. */
import { crc32 } from 'node:zlib';

/** A file of the archive. */
export interface Member {
  readonly name: string;
  readonly bytes: Buffer;
}

/** `at` is the time of the members, milliseconds since 1970; Office writes 1980-01-01, the DOS epoch. */
export function zip(members: readonly Member[], at: number | null = null): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of members) {
    const path = Buffer.from(name, 'utf8');
    const shared = sharedFields(bytes, path.length, at);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), shared, path, bytes]);
    entries.push(directoryEntry(shared, path, offset));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

/** From "version needed" to "extra length", the same in both headers. */
function sharedFields(bytes: Buffer, nameLength: number, at: number | null): Buffer {
  const fields = Buffer.alloc(26);
  const date = new Date(at ?? Date.UTC(1980, 0, 1));
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(0x0800, 2); // names in UTF-8
  fields.writeUInt16LE(
    (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1),
    6,
  );
  fields.writeUInt16LE(
    ((date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate(),
    8,
  );
  fields.writeUInt32LE(crc32(bytes), 10);
  fields.writeUInt32LE(bytes.length, 14);
  fields.writeUInt32LE(bytes.length, 18);
  fields.writeUInt16LE(nameLength, 22);
  return fields;
}

function directoryEntry(shared: Buffer, path: Buffer, offset: number): Buffer {
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(offset, 10);
  return Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0003', 'latin1'), shared, tail, path]);
}
