import { basename, dirname, join } from 'node:path';
import type { ByteSource, Locator } from '../model/index.ts';
import type { Volumes } from '../parse/archive/archive.ts';
import { openFile } from '../source/index.ts';

/** The other parts of a split archive: files beside it in the same folder of the dump, by plain names only. */
export function siblingVolumes(locator: Locator): Volumes | undefined {
  if (locator.type !== 'file') return undefined;
  const folder = dirname(locator.path);
  return {
    own: basename(locator.path),
    open: (name) => (name === basename(name) ? openIfThere(join(folder, name)) : null),
  };
}

function openIfThere(path: string): ByteSource | null {
  try {
    return openFile(path);
  } catch {
    // Not there, or not to be read: the archive reader then says which volume it misses.
    return null;
  }
}
