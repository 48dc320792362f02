import { createHash } from 'node:crypto';
import type { ByteSource } from '../../model/index.ts';
import type { Pulse } from '../pulse.ts';

/** Bytes held of a file that is larger than memory should be. */
const CHUNK = 4 * 2 ** 20;

/** SHA-256 of a source of any size, in hexadecimal. */
export function hashSource(source: ByteSource, pulse: Pulse): string {
  const hash = createHash('sha256');
  for (let at = 0; at < source.size; at += CHUNK) {
    const bytes = source.read(at, Math.min(CHUNK, source.size - at));
    if (bytes.length === 0) break;
    hash.update(bytes);
    pulse.alive(at);
  }
  return hash.digest('hex');
}
