import type { Failure } from '../../model/index.ts';
import { failureOf } from '../binary/fail.ts';

/** A stream put together in memory; `problem` tells why `bytes` is not all. Nothing is kept of a bomb. */
export async function collect(
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ readonly bytes: Uint8Array; readonly problem: Failure | null }> {
  const parts: Uint8Array[] = [];
  try {
    for await (const chunk of chunks) parts.push(chunk);
    return { bytes: Buffer.concat(parts), problem: null };
  } catch (error) {
    const problem = failureOf(error);
    return { bytes: problem.code === 'bomb' ? new Uint8Array(0) : Buffer.concat(parts), problem };
  }
}
