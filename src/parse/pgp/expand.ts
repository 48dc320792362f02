import type { Failure, Limits } from '../../model/index.ts';
import { checkedChunks } from '../archive/checked.ts';
import { expand } from '../archive/codec.ts';
import { collect } from '../archive/collect.ts';
import { sevenZipChunks } from '../archive/seven-zip/only-stream.ts';
import { aloneInput } from '../archive/seven-zip/session.ts';
import { memorySource } from '../archive/window.ts';

/** What a compressed packet holds, as far as it could be read. */
export interface Plain {
  readonly bytes: Uint8Array;
  /** Why `bytes` is not all. */
  readonly problem: Failure | null;
}

/** The two bytes before the deflate of zlib (RFC 1950). Its checksum is left to the signature. */
const ZLIB_HEADER = 2;

/** Undoes the compression of a packet (RFC 9580, 5.6 and 9.4): 1 is raw deflate, 2 zlib, 3 bzip2. Never throws. */
export async function expandPacket(body: Uint8Array, limits: Limits): Promise<Plain> {
  const most = Math.min(limits.itemBytes, Math.max(limits.ratioFloor, body.length * limits.ratio));
  const packed = body.subarray(1);
  switch (body[0]) {
    case 0:
      return { bytes: packed, problem: null };
    case 1:
      return told(expand('deflate', packed, most), most);
    case 2:
      return told(expand('deflate', packed.subarray(ZLIB_HEADER), most), most);
    case 3:
      return told(await bunzipped(packed, most, limits), most);
    default:
      return nothing({ code: 'unsupported', detail: `OpenPGP compression ${body[0]}.` });
  }
}

async function bunzipped(packed: Uint8Array, most: number, limits: Limits): Promise<Plain> {
  const bounds = { memoryBytes: limits.workerMb * 2 ** 20, silenceMs: limits.itemMs };
  const chunks = sevenZipChunks(aloneInput(memorySource(packed)), { type: 'bzip2' }, bounds);
  return collect(checkedChunks(chunks, { size: null, crc: null }, most));
}

function told({ bytes, problem }: Plain, most: number): Plain {
  if (problem === null) return { bytes, problem };
  if (problem.code === 'bomb') return nothing({ code: 'bomb', detail: `Expands beyond ${most} bytes.` });
  return { bytes, problem: { code: problem.code, detail: 'The compressed packet is damaged.' } };
}

function nothing(problem: Failure): Plain {
  return { bytes: new Uint8Array(0), problem };
}
