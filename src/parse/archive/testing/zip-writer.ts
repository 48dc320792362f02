import { crc32, deflateRawSync } from 'node:zlib';

/** One member of a zip made for a test; whatever is not given is made right. */
export interface TestMember {
  readonly name: string | Uint8Array;
  readonly content: Uint8Array | string;
  readonly method?: 0 | 8;
  readonly flags?: number;
  readonly madeBy?: number;
  readonly mode?: number;
  readonly extra?: Uint8Array;
  readonly crc?: number;
  /** The member's bytes as stored, when compression or encryption was done by the test itself. */
  readonly packed?: Uint8Array;
  readonly headerMethod?: number;
}

/** A zip file of these members, with a central directory. */
export function writeZip(
  members: readonly TestMember[],
  options: { comment?: string; before?: Uint8Array } = {},
): Buffer {
  const parts: Buffer[] = [Buffer.from(options.before ?? [])];
  const directory: Buffer[] = [];
  let at = 0;
  for (const member of members) {
    const { local, central } = headersOf(member, at);
    parts.push(local);
    directory.push(central);
    at += local.length;
  }
  const central = Buffer.concat(directory);
  return Buffer.concat([
    ...parts,
    central,
    endRecord(members.length, central.length, at, options.comment ?? ''),
  ]);
}

function headersOf(member: TestMember, at: number): { local: Buffer; central: Buffer } {
  const content = Buffer.from(member.content as string);
  const method = member.method ?? 8;
  const packed = Buffer.from(member.packed ?? (method === 8 ? deflateRawSync(content) : content));
  const name = Buffer.from(member.name as string);
  const extra = Buffer.from(member.extra ?? []);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(member.flags ?? 0x800, 2);
  common.writeUInt16LE(member.headerMethod ?? method, 4);
  common.writeUInt16LE(0x6000, 6);
  common.writeUInt16LE(0x4aa5, 8);
  common.writeUInt32LE(member.crc ?? crc32(content), 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(content.length, 18);
  common.writeUInt16LE(name.length, 22);
  common.writeUInt16LE(extra.length, 24);
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(((member.mode ?? 0) << 16) >>> 0, 6);
  tail.writeUInt32LE(at, 10);
  const madeBy = Buffer.alloc(2);
  madeBy.writeUInt16LE(member.madeBy ?? 0x031e);
  return {
    local: Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, name, extra, packed]),
    central: Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), madeBy, common, tail, name, extra]),
  };
}

function endRecord(count: number, size: number, offset: number, comment: string): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([end, Buffer.from(comment, 'latin1')]);
}
