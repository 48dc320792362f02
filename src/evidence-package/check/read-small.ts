import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Manifests and logs are read whole: 256 MB are some two million lines. Attack: one that fills the memory. */
const MAX_BYTES = 2 ** 28;

export type SmallFile =
  | { readonly type: 'read'; readonly bytes: Buffer }
  | { readonly type: 'absent' | 'too-large' | 'no-file' | 'unreadable' };

/** Reads a file of the package that has to be understood; never through a link. */
export function readSmall(folder: string, name: string): SmallFile {
  const path = join(folder, name);
  try {
    const stat = lstatSync(path, { throwIfNoEntry: false });
    if (stat === undefined) return { type: 'absent' };
    if (!stat.isFile()) return { type: 'no-file' };
    if (stat.size > MAX_BYTES) return { type: 'too-large' };
    return { type: 'read', bytes: readFileSync(path) };
  } catch {
    return { type: 'unreadable' };
  }
}
