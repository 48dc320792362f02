import { lstatSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { isCase } from '../case/index.ts';
import { TamisError } from '../model/index.ts';

/**
 * Refuses what is not there (`no-input`), a case taken for a dump (`case-as-dump`), and a case that would lie
 * inside what is read (`case-in-dump`).
 */
export function checkInputs(inputs: readonly string[], caseDirectory: string): void {
  const home = realPlace(resolve(caseDirectory));
  for (const given of inputs) {
    if (lstatSync(resolve(given), { throwIfNoEntry: false }) === undefined) {
      throw new TamisError('no-input', {
        en: `there is nothing at ${given}`,
        fr: `il n’y a rien à ${given}`,
      });
    }
    if (isCase(resolve(given))) {
      throw new TamisError('case-as-dump', {
        en: `${given} is a case, not a dump. To go on with it: tamis sift --case ${given}`,
        fr: `${given} est un dossier d’enquête, pas une fuite. Pour le poursuivre\u00a0: tamis sift --case ${given}`,
      });
    }
    const way = relative(realPlace(resolve(given)), home);
    if (way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way))) {
      throw new TamisError('case-in-dump', {
        en: `the case ${caseDirectory} would lie inside ${given}, which is never written to; name a place elsewhere with --case`,
        fr: `le dossier d’enquête ${caseDirectory} serait dans ${given}, où rien n’est jamais écrit\u202f; nommez un autre endroit avec --case`,
      });
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
