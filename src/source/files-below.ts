import { type Dirent, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { nativePath, textOfName } from './name.ts';

/** Names of one folder that are looked at. Attack: a folder of millions beside each of thousands of messages. */
const MOST_NAMES = 1_000;

/**
 * Paths of the regular files of a folder, which is reached from `base` by plain names, in byte order. None where a step
 * does not exist or is a link: a dump must not lead out of itself.
 */
export function filesBelow(base: string, ...steps: readonly string[]): readonly string[] {
  let folder = base;
  for (const step of steps) {
    if (step === '' || step === '.' || step === '..' || /[/\\\0]/.test(step)) return [];
    folder = join(folder, step);
    if (!isFolder(folder)) return [];
  }
  return entriesOf(folder)
    .filter((entry) => entry.isFile())
    .map(({ name }) => join(folder, textOfName(name)))
    .sort();
}

function isFolder(path: string): boolean {
  try {
    return lstatSync(nativePath(path)).isDirectory();
  } catch {
    return false;
  }
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    const options = { withFileTypes: true, encoding: 'latin1' } as const;
    return readdirSync(nativePath(folder), options).slice(0, MOST_NAMES);
  } catch {
    return [];
  }
}
