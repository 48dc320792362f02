import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { SourceFile } from '../case/store.ts';

/** How an original stands to the case's manifest. */
export type SourceCheck =
  | { readonly type: 'same'; readonly path: string }
  | { readonly type: 'changed'; readonly path: string; readonly expected: string; readonly found: string }
  | { readonly type: 'missing'; readonly path: string };

/** Hashes a file of the dump again. When `signal` fires the answer means nothing and comes at once. */
export async function checkSource(source: SourceFile, signal: AbortSignal): Promise<SourceCheck> {
  const { path, sha256 } = source;
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20, signal })) hash.update(chunk);
  } catch {
    return { type: 'missing', path };
  }
  const found = hash.digest('hex');
  return found === sha256 ? { type: 'same', path } : { type: 'changed', path, expected: sha256, found };
}
