import { crc32 } from 'node:zlib';
import type { Failure } from '../../model/index.ts';
import { failure, streamError } from './outcome.ts';

/** What an archive announces of a member's content, as far as it does. */
export interface Announced {
  readonly size: number | null;
  readonly crc: number | null;
}

/** Compares content in memory with what was announced; null when all agrees. */
export function checkContent(bytes: Uint8Array, announced: Announced): Failure | null {
  if (announced.crc !== null && crc32(bytes) !== announced.crc) return wrongChecksum();
  if (announced.size !== null && bytes.length !== announced.size && announced.crc === null) {
    return wrongSize(bytes.length, announced.size);
  }
  return null;
}

/**
 * Passes a stream on, counting: more than `most` bytes end it as a bomb, and at its end a checksum or
 * size that differs from the announced one ends it as malformed.
 */
export async function* checkedChunks(
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  announced: Announced,
  most: number,
): AsyncGenerator<Uint8Array> {
  let crc = 0;
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > most) throw streamError(failure('bomb', `Expands to more than ${most} bytes.`));
    if (announced.crc !== null) crc = crc32(chunk, crc);
    yield chunk;
  }
  if (announced.crc !== null && crc !== announced.crc) throw streamError(wrongChecksum());
  if (announced.size !== null && size !== announced.size) throw streamError(wrongSize(size, announced.size));
}

function wrongChecksum(): Failure {
  return failure('malformed', 'The checksum of the content differs from the announced one.');
}

function wrongSize(is: number, announced: number): Failure {
  return failure('malformed', `The content has ${is} bytes where ${announced} are announced.`);
}
