import { createHash, hash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { ByteSource, Locator } from '../model/index.ts';
import { openFile } from '../source/index.ts';

/** What the case says of an item's bytes. */
export interface SiftedBytes {
  readonly locator: Locator | null;
  readonly size: number;
  /** Hexadecimal; empty where it has none. */
  readonly sha256: string;
}

/**
 * Whether these bytes, read where the item lies, are those that were judged. A dump can be written to after its sift, and
 * other bytes under an item's verdict are worse than none.
 */
export function isAsSifted(found: Uint8Array, item: SiftedBytes): boolean {
  const { locator } = item;
  if (isWrapped(item)) return isWholeFileAsSifted(item);
  return matches(hash('sha256', found), item.sha256, locator);
}

/** The same of bytes too many for memory, read twice; between stretches others are heard, who may be many. */
export async function isSourceAsSifted(found: ByteSource, item: SiftedBytes): Promise<boolean> {
  if (isWrapped(item)) return isWholeFileAsSifted(item);
  const sum = createHash('sha256');
  for (let at = 0; at < found.size; at += CHUNK) {
    sum.update(found.read(at, Math.min(CHUNK, found.size - at)));
    await setImmediate();
  }
  return matches(sum.digest('hex'), item.sha256, item.locator);
}

function matches(found: string, sha256: string, locator: Locator | null): boolean {
  // Of what was rebuilt the item's hash is that of what it was rebuilt from.
  const expected = locator?.type === 'rebuilt' ? locator.sha256 : sha256;
  return expected === '' || found === expected;
}

/** An emlx: the item is the whole file, its message a stretch of it. */
function isWrapped({ locator, size }: SiftedBytes): boolean {
  return locator?.type === 'file' && locator.end - locator.start !== size;
}

function isWholeFileAsSifted({ locator, size, sha256 }: SiftedBytes): boolean {
  if (locator?.type !== 'file') return true;
  const file = openFile(locator.path);
  try {
    return file.size === size && hashOf(file) === sha256;
  } finally {
    file.close();
  }
}

const CHUNK = 1 << 20;

function hashOf(source: ByteSource): string {
  const sum = createHash('sha256');
  for (let at = 0; at < source.size; at += CHUNK)
    sum.update(source.read(at, Math.min(CHUNK, source.size - at)));
  return sum.digest('hex');
}
