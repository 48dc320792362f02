import type { EntryOutcome, Failure } from '../../model/index.ts';
import { failureOf } from '../binary/fail.ts';
import { outcomeOf } from './outcome.ts';

/** Content of unknown size is kept in memory up to here, so that most children need no spool file. */
const IN_MEMORY = 32 * 2 ** 20;

/**
 * Turns chunks of unknown total into an outcome: `bytes` or `partial` when they end within memory, a
 * `stream` of all of them otherwise.
 */
export async function settle(chunks: AsyncIterable<Uint8Array>, itemBytes: number): Promise<EntryOutcome> {
  const iterator = chunks[Symbol.asyncIterator]();
  const held: Uint8Array[] = [];
  let size = 0;
  let problem: Failure | null = null;
  try {
    for (let step = await iterator.next(); !step.done; step = await iterator.next()) {
      held.push(step.value);
      size += step.value.length;
      if (size > Math.min(IN_MEMORY, itemBytes)) return { type: 'stream', chunks: resumed(held, iterator) };
    }
  } catch (error) {
    problem = failureOf(error);
  }
  if (problem?.code === 'bomb') return { type: 'failed', failure: problem };
  return outcomeOf(Buffer.concat(held), problem);
}

async function* resumed(held: Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    for (let first = held.shift(); first !== undefined; first = held.shift()) yield first;
    for (let step = await rest.next(); !step.done; step = await rest.next()) yield step.value;
  } finally {
    await rest.return?.();
  }
}
