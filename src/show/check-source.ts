import type { SourceFile } from '../case/store.ts';
import { hashFile } from '../source/file-chunks.ts';

/** How an original stands to the case's manifest. */
export type SourceCheck =
  | { readonly type: 'same'; readonly path: string }
  | { readonly type: 'changed'; readonly path: string; readonly expected: string; readonly found: string }
  | { readonly type: 'missing'; readonly path: string }
  /** It is there and could not be checked; `code` is the system's (EACCES, EIO). */
  | { readonly type: 'unreadable'; readonly path: string; readonly code: string };

/** Hashes a file of the dump again. When `signal` fires the answer means nothing and comes at once. */
export async function checkSource(source: SourceFile, signal: AbortSignal): Promise<SourceCheck> {
  const { path, sha256 } = source;
  const found = await hashFile(path, signal).catch(codeOf);
  if (typeof found === 'string')
    return GONE.has(found) ? { type: 'missing', path } : { type: 'unreadable', path, code: found };
  if (found.sha256 === sha256) return { type: 'same', path };
  return { type: 'changed', path, expected: sha256, found: found.sha256 };
}

/** Nothing of that name, or a folder of its path is a file now. */
const GONE = new Set(['ENOENT', 'ENOTDIR']);

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
