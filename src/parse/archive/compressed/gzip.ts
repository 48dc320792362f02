import { crc32 } from 'node:zlib';
import type {
  ByteSource,
  ContainerOptions,
  ContainerReader,
  Defect,
  EntryOutcome,
  Failure,
} from '../../../model/index.ts';
import { u32 } from '../../binary/zero-filled-numbers.ts';
import { OutputBudget } from '../budget.ts';
import { checkedChunks } from '../checked.ts';
import { expand, expandChunks } from '../codec.ts';
import { failure, outcomeOf } from '../outcome.ts';
import { settle } from '../settle.ts';
import { chunksOf } from '../window.ts';
import { gzipHeader } from './gzip-member.ts';
import { oneChild } from './one-child.ts';

/** Up to here all of the input is held: exact to the byte where it is damaged. Beyond, it streams. */
const WHOLE_BYTES = 4 * 2 ** 20;
/** Name and comment have no bound of their own (RFC 1952). Attack: a name of gigabytes. */
const HEADER_BYTES = 64 * 1024;

/** gzip (RFC 1952): one child, all members of the file one after the other. */
export function openGzip(source: ByteSource, options: ContainerOptions): ContainerReader {
  const header = gzipHeader(source.read(0, HEADER_BYTES), 0);
  const defects: Defect[] = [];
  const outcome = async (): Promise<EntryOutcome> => {
    const budget = new OutputBudget(options.limits);
    const most = budget.allowance(source.size);
    if (source.size <= WHOLE_BYTES) {
      const inMemory = Math.min(most, options.limits.itemBytes);
      const { bytes, problem } = gunzip(source.read(0, source.size), inMemory, defects);
      if (problem?.code !== 'bomb') return outcomeOf(bytes, problem);
      if (inMemory === most) return { type: 'failed', failure: budget.bomb(source.size) };
    }
    const trailing = (): void => {
      defects.push({ code: 'trailing-bytes' });
    };
    const chunks = expandChunks('gzip', chunksOf(source, 0, source.size), trailing);
    return settle(checkedChunks(chunks, { size: null, crc: null }, most), options.limits.itemBytes);
  };
  return oneChild(source, { rawName: header?.name ?? null, facts: header?.facts ?? {}, defects, outcome });
}

function gunzip(
  input: Uint8Array,
  most: number,
  defects: Defect[],
): { bytes: Uint8Array; problem: Failure | null } {
  const parts: Uint8Array[] = [];
  let total = 0;
  const ended = (problem: Failure | null): { bytes: Uint8Array; problem: Failure | null } => ({
    bytes: parts.length === 1 ? (parts[0] ?? new Uint8Array(0)) : Buffer.concat(parts),
    problem,
  });
  for (let at = 0; at < input.length; ) {
    const header = gzipHeader(input, at);
    if (header === null) {
      if (at === 0) return ended(failure('truncated', 'The gzip header is not complete.'));
      // Tapes and block devices pad with zeros, which say nothing.
      if (input.subarray(at).some((byte) => byte !== 0)) {
        defects.push({ code: 'trailing-bytes', at: { start: at, end: input.length } });
      }
      return ended(null);
    }
    const { bytes, problem, used } = expand('deflate', input.subarray(at + header.length), most - total);
    if (problem?.code === 'bomb') return { bytes: new Uint8Array(0), problem };
    parts.push(bytes);
    total += bytes.length;
    if (problem !== null) return ended(problem);
    const trailer = at + header.length + used;
    if (trailer + 8 > input.length) return ended(failure('truncated', 'The gzip trailer is missing.'));
    if (u32(input, trailer) !== crc32(bytes) || u32(input, trailer + 4) !== bytes.length % 2 ** 32) {
      return ended(
        failure('malformed', 'The checksum or size of the content differs from the announced one.'),
      );
    }
    at = trailer + 8;
  }
  return ended(null);
}
