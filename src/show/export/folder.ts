import { mkdirSync, readdirSync } from 'node:fs';
import { alreadyThere } from './file-writer.ts';

/** Makes the folder of an export; it may exist if it is empty. Throws `export-exists`, and what the system refuses. */
export function createFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw isTaken(cause) ? alreadyThere(path, cause) : cause;
  }
  if (readdirSync(path).length > 0) throw alreadyThere(path);
}

/** A file of this name; a folder that may not be made is another matter. */
function isTaken(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'EEXIST';
}
