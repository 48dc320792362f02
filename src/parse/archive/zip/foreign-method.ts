import type { Failure } from '../../../model/index.ts';
import { failure } from '../outcome.ts';

const FOREIGN: readonly number[] = [];

export function isForeign(method: number): boolean {
  return FOREIGN.includes(method);
}

export async function expandForeign(
  method: number,
  _input: Uint8Array,
  _announced: { most: number; size: number | null; crc: number | null },
): Promise<{ bytes: Uint8Array; problem: Failure | null }> {
  return {
    bytes: new Uint8Array(0),
    problem: failure('unsupported', `Compression method ${method} is not read.`),
  };
}
