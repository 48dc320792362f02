import { mkdirSync, readdirSync } from 'node:fs';
import { alreadyThere } from './file-writer.ts';

/** Makes the folder of an export; it may exist if it is empty. Throws `export-exists`. */
export function createFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw alreadyThere(path, cause);
  }
  if (readdirSync(path).length > 0) throw alreadyThere(path);
}
