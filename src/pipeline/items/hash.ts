import { createHash } from 'node:crypto';
import type { OpenFile } from '../../source/index.ts';
import type { Pulse } from '../pulse.ts';

/** Held of a file at once: what stays in the processor's cache until it is hashed. */
const CHUNK = 64 * 2 ** 10;

/** SHA-256 of a file of any size, in hexadecimal. */
export function hashOpenFile(file: OpenFile, pulse: Pulse): string {
  const hash = createHash('sha256');
  const chunk = new Uint8Array(CHUNK);
  for (let at = 0; at < file.size; ) {
    const length = file.readInto(at, chunk);
    if (length === 0) break;
    hash.update(length === CHUNK ? chunk : chunk.subarray(0, length));
    at += length;
    pulse.alive(at);
  }
  return hash.digest('hex');
}
