import type { SourceFile } from '../case/store.ts';
import { hashFile } from './file-chunks.ts';

/** How an original stands to the case's manifest. */
export type SourceCheck =
  | { readonly type: 'same'; readonly path: string }
  | { readonly type: 'changed'; readonly path: string; readonly expected: string; readonly found: string }
  | { readonly type: 'missing'; readonly path: string };

/** Hashes a file of the dump again. When `signal` fires the answer means nothing and comes at once. */
export async function checkSource(source: SourceFile, signal: AbortSignal): Promise<SourceCheck> {
  const { path, sha256 } = source;
  const found = await hashFile(path, signal).catch(() => null);
  if (found === null) return { type: 'missing', path };
  if (found.sha256 === sha256) return { type: 'same', path };
  return { type: 'changed', path, expected: sha256, found: found.sha256 };
}
