import type { ByteSource, ContainerOptions, ContainerReader, EntryOutcome } from '../../../model/index.ts';
import { OutputBudget } from '../budget.ts';
import { checkedChunks } from '../checked.ts';
import { expand, expandChunks } from '../codec.ts';
import { outcomeOf } from '../outcome.ts';
import { settle } from '../settle.ts';
import { chunksOf } from '../window.ts';
import { oneChild } from './one-child.ts';

const WHOLE_BYTES = 4 * 2 ** 20;

/** Zstandard (RFC 8878): one child, all frames one after the other. */
export function openZstandard(source: ByteSource, options: ContainerOptions): ContainerReader {
  const outcome = async (): Promise<EntryOutcome> => {
    const budget = new OutputBudget(options.limits);
    const most = budget.allowance(source.size);
    if (source.size <= WHOLE_BYTES) {
      const inMemory = Math.min(most, options.limits.itemBytes);
      const { bytes, problem } = expand('zstd', source.read(0, source.size), inMemory);
      if (problem?.code !== 'bomb') return outcomeOf(bytes, problem);
      if (inMemory === most) return { type: 'failed', failure: budget.bomb(source.size) };
    }
    const chunks = expandChunks('zstd', chunksOf(source, 0, source.size));
    return settle(checkedChunks(chunks, { size: null, crc: null }, most), options.limits.itemBytes);
  };
  return oneChild(source, { rawName: null, facts: {}, defects: [], outcome });
}
