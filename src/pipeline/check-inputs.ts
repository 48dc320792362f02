import { lstatSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { TamisError } from '../model/index.ts';

/** Refuses what is not there (`no-input`), and a case that would lie inside what is read (`case-in-dump`). */
export function checkInputs(inputs: readonly string[], caseDirectory: string): void {
  const home = realPlace(resolve(caseDirectory));
  for (const given of inputs) {
    if (lstatSync(resolve(given), { throwIfNoEntry: false }) === undefined) {
      throw new TamisError('no-input', `there is nothing at ${given}`);
    }
    const way = relative(realPlace(resolve(given)), home);
    if (way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way))) {
      const text = `the case ${caseDirectory} would lie inside ${given}, which is never written to; name a place elsewhere with --case`;
      throw new TamisError('case-in-dump', text);
    }
  }
}

/** Where a path that may not exist yet leads, links followed as far as it exists. */
function realPlace(path: string): string {
  const folder = dirname(path);
  if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) {
    try {
      return realpathSync(path);
    } catch {
      // A link that leads nowhere is what it is: an item of its own.
      return path;
    }
  }
  return folder === path ? path : join(realPlace(folder), basename(path));
}
