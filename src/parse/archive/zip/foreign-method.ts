import type { Failure, Limits } from '../../../model/index.ts';
import { checkedChunks } from '../checked.ts';
import { collect } from '../collect.ts';
import { sevenZipChunks } from '../seven-zip/only-stream.ts';
import { aloneInput } from '../seven-zip/session.ts';
import { memorySource } from '../window.ts';

/** Shrink, implode, deflate64, bzip2, LZMA, xz, PPMd (APPNOTE 4.4.5): left to 7-Zip. */
const FOREIGN = [1, 6, 9, 12, 14, 95, 98];

/** Whether 7z has to expand this method (numbers of APPNOTE 4.4.5), because Node's zlib cannot. */
export function isForeign(method: number): boolean {
  return FOREIGN.includes(method);
}

/** What has to be known of a member to pack it alone into a new archive. */
export interface ForeignMember {
  readonly method: number;
  /** General purpose bits that tell how to decode: window and trees of implode, end mark of LZMA. */
  readonly flags: number;
  readonly size: number | null;
  readonly crc: number | null;
}

/** Decompresses a member's plain bytes by handing 7-Zip an archive made of this member only. */
export async function expandForeign(
  member: ForeignMember,
  packed: Uint8Array,
  most: number,
  limits: Limits,
): Promise<{ bytes: Uint8Array; problem: Failure | null }> {
  const zip = memorySource(archiveOf(member, packed));
  const bounds = { memoryBytes: limits.workerMb * 2 ** 20, silenceMs: limits.itemMs };
  const chunks = checkedChunks(
    sevenZipChunks(aloneInput(zip), { type: 'zip' }, bounds),
    { size: null, crc: null },
    most,
  );
  return collect(chunks);
}

const DECODING_FLAGS = 0b110;

function archiveOf(member: ForeignMember, packed: Uint8Array): Uint8Array {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(63, 0);
  fields.writeUInt16LE(member.flags & DECODING_FLAGS, 2);
  fields.writeUInt16LE(member.method, 4);
  fields.writeUInt32LE(member.crc ?? 0, 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(Math.min(member.size ?? 0, 0xfffffffe), 18);
  fields.writeUInt16LE(1, 22);
  const name = Buffer.from('e');
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, name, packed]);
  const central = Buffer.concat([
    Buffer.from('PK\x01\x02\x3f\x00', 'latin1'),
    fields,
    Buffer.alloc(14),
    name,
  ]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}
