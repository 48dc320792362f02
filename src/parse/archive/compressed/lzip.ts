import type { ByteSource, ContainerOptions, ContainerReader, Defect } from '../../../model/index.ts';
import { u32 } from '../../binary/zero-filled-numbers.ts';
import { OutputBudget } from '../budget.ts';
import { checkedChunks } from '../checked.ts';
import { failure, streamError } from '../outcome.ts';
import { settle } from '../settle.ts';
import { sevenZipChunks } from '../seven-zip/only-stream.ts';
import { boundsOf } from '../seven-zip/opening.ts';
import { aloneInput } from '../seven-zip/session.ts';
import { oneChild } from './one-child.ts';

const HEADER = 6;
/** Checksum, size of the content, size of the member. */
const TRAILER = 20;
/** Of LZMA alone: properties, dictionary, size of the content. */
const LZMA_HEADER = 13;

/**
 * Lzip (version 1): one child, all members one after the other. A member is a stream of LZMA in another frame, so
 * 7-Zip reads it behind the header that it knows. The checksum of each member is compared.
 */
export function openLzip(source: ByteSource, options: ContainerOptions): ContainerReader {
  const defects: Defect[] = [];
  const outcome = async () => {
    const most = new OutputBudget(options.limits).allowance(source.size);
    const chunks = membersOf(source, options, most, defects);
    return settle(checkedChunks(chunks, { size: null, crc: null }, most), options.limits.itemBytes);
  };
  return oneChild(source, { rawName: null, facts: {}, defects, outcome });
}

interface Member {
  readonly start: number;
  readonly end: number;
  readonly size: number;
  readonly crc: number;
}

async function* membersOf(
  source: ByteSource,
  options: ContainerOptions,
  most: number,
  defects: Defect[],
): AsyncGenerator<Uint8Array> {
  const members = membersFrom(source);
  if (members === null)
    throw streamError(
      failure('truncated', 'The sizes at the end of the file fit no member: its end is missing.'),
    );
  if (members.end < source.size)
    defects.push({ code: 'trailing-bytes', at: { start: members.end, end: source.size } });
  for (const member of members.list) {
    const input = aloneInput(lzmaAlone(source, member));
    const chunks = sevenZipChunks(input, { type: 'lzma' }, boundsOf(options));
    yield* checkedChunks(chunks, { size: member.size, crc: member.crc }, most);
  }
}

/** Attack: millions of empty members, each of which costs a start of 7-Zip. */
const MOST_MEMBERS = 10_000;

/** Each member tells its size at its end, so they are found from the last one back; padding may follow that. */
function membersFrom(source: ByteSource): { readonly list: readonly Member[]; readonly end: number } | null {
  const list: Member[] = [];
  const last = endOfLast(source);
  for (let end = last; end > 0; ) {
    if (end < HEADER + TRAILER || list.length >= MOST_MEMBERS) return null;
    const trailer = source.read(end - TRAILER, TRAILER);
    const size = u32(trailer, 4) + u32(trailer, 8) * 2 ** 32;
    const start = end - (u32(trailer, 12) + u32(trailer, 16) * 2 ** 32);
    if (start < 0 || start > end - HEADER - TRAILER || !isMark(source.read(start, 4))) return null;
    list.unshift({ start, end, size, crc: u32(trailer, 0) });
    end = start;
  }
  return last === 0 ? null : { list, end: last };
}

/** What may stand behind the last member: padding of tapes and disks, a signature. */
const MOST_TRAILING = 64 * 1024;

/** The last place at which a trailer fits: the size of the member leads back to a mark. 0 where there is none. */
function endOfLast(source: ByteSource): number {
  const from = Math.max(0, source.size - MOST_TRAILING);
  const tail = source.read(from, source.size - from);
  for (let end = source.size; end - from >= 8 && end >= HEADER + TRAILER; end--) {
    const at = end - from - 8;
    const start = end - (u32(tail, at) + u32(tail, at + 4) * 2 ** 32);
    if (start >= 0 && start <= end - HEADER - TRAILER && isMark(source.read(start, 4))) return end;
  }
  return 0;
}

function isMark(bytes: Uint8Array): boolean {
  return Buffer.from(bytes).toString('latin1') === 'LZIP';
}

/**
 * The member as a file of LZMA alone: lc=3, lp=0, pb=2 always. The dictionary is coded as a power of two less some
 * sixteenths of it (lzip cuts it to the size of the file); 7-Zip takes only whole powers for such a file, and a larger one
 * reads the same.
 */
function lzmaAlone(source: ByteSource, { start, end, size }: Member): ByteSource {
  const coded = source.read(start + 5, 1)[0] ?? 0;
  const header = Buffer.alloc(LZMA_HEADER);
  header[0] = 0x5d;
  header.writeUInt32LE(2 ** (coded & 0x1f), 1);
  header.writeBigUInt64LE(BigInt(size), 5);
  const total = LZMA_HEADER + end - start - HEADER - TRAILER;
  return {
    size: total,
    read(offset, length) {
      const stop = Math.max(offset, Math.min(total, offset + length));
      if (stop <= LZMA_HEADER) return header.subarray(offset, stop);
      const from = Math.max(offset, LZMA_HEADER);
      const rest = source.read(start + HEADER + from - LZMA_HEADER, stop - from);
      return offset < LZMA_HEADER ? Buffer.concat([header.subarray(offset), rest]) : rest;
    },
    close: () => undefined,
  };
}
