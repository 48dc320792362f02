import type {
  ByteSource,
  ContainerOptions,
  ContainerReader,
  Defect,
  EntryOutcome,
  Failure,
} from '../../../model/index.ts';
import { OutputBudget } from '../budget.ts';
import { checkedChunks } from '../checked.ts';
import { expand, expandChunks } from '../codec.ts';
import { outcomeOf } from '../outcome.ts';
import { settle } from '../settle.ts';
import { chunksOf, memorySource } from '../window.ts';
import { oneChild } from './one-child.ts';
import { zstandardStretches } from './zstandard-frames.ts';

/** Up to here the input is held whole, and damage is told by its frame. Beyond, it streams. */
const WHOLE_BYTES = 4 * 2 ** 20;

/** Zstandard (RFC 8878): one child, all frames one after the other. */
export function openZstandard(source: ByteSource, options: ContainerOptions): ContainerReader {
  const defects: Defect[] = [];
  const outcome = async (): Promise<EntryOutcome> => {
    const budget = new OutputBudget(options.limits);
    const most = budget.allowance(source.size);
    if (source.size <= WHOLE_BYTES) {
      const inMemory = Math.min(most, options.limits.itemBytes);
      const { bytes, problem } = expandFrames(source.read(0, source.size), inMemory, defects);
      if (problem?.code !== 'bomb') return outcomeOf(bytes, problem);
      if (inMemory === most) return { type: 'failed', failure: budget.bomb(source.size) };
      defects.length = 0;
    }
    const chunks = frameChunks(source, defects);
    return settle(checkedChunks(chunks, { size: null, crc: null }, most), options.limits.itemBytes);
  };
  return oneChild(source, { rawName: null, facts: {}, defects, outcome });
}

function expandFrames(
  input: Uint8Array,
  most: number,
  defects: Defect[],
): { readonly bytes: Uint8Array; readonly problem: Failure | null } {
  const parts: Uint8Array[] = [];
  let total = 0;
  let problem: Failure | null = null;
  for (const { type, start, end } of zstandardStretches(memorySource(input))) {
    if (type === 'trailing') {
      noteTrailing(input.subarray(start, end), start, defects);
      break;
    }
    const expanded = expand('zstd', input.subarray(start, end), most - total);
    problem = expanded.problem;
    parts.push(expanded.bytes);
    total += expanded.bytes.length;
    if (problem !== null) break;
  }
  return { bytes: parts.length === 1 ? (parts[0] ?? new Uint8Array(0)) : Buffer.concat(parts), problem };
}

async function* frameChunks(source: ByteSource, defects: Defect[]): AsyncGenerator<Uint8Array> {
  for (const { type, start, end } of zstandardStretches(source)) {
    if (type === 'frame') yield* expandChunks('zstd', chunksOf(source, start, end));
    else noteTrailing(source.read(start, TRAILING_BYTES), start, defects);
  }
}

/** What follows the last frame is looked at for padding. Attack: gigabytes of it. */
const TRAILING_BYTES = 64 * 1024;

/** Tapes and block devices pad with zeros, which say nothing. */
function noteTrailing(bytes: Uint8Array, start: number, defects: Defect[]): void {
  if (bytes.some((byte) => byte !== 0)) {
    defects.push({ code: 'trailing-bytes', at: { start, end: start + bytes.length } });
  }
}
