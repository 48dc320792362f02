import { join, relative, resolve } from 'node:path';
import { TamisError } from '../../model/index.ts';

/** Attack on oneself: a set out of other hands whose names lead out of the target. Throws `bad-decoy-name`. */
export function inside(root: string, folder: string, name: string): string {
  const parts = [...folder.split('/').filter((part) => part !== ''), name];
  const isPlain = parts.every((part) => part !== '.' && part !== '..' && !/[/\\\0]/.test(part));
  if (!isPlain || name === '')
    throw new TamisError('bad-decoy-name', {
      en: `${folder}/${name} is no place for a decoy.`,
      fr: `${folder}/${name} n’est pas un endroit pour un leurre.`,
    });
  return join(root, ...parts);
}

/** Whether one of two folders lies in the other, or they are the same. */
export function overlaps(one: string, other: string): boolean {
  return isWithin(resolve(one), resolve(other)) || isWithin(resolve(other), resolve(one));
}

function isWithin(inner: string, outer: string): boolean {
  const path = relative(outer, inner);
  return path === '' || (!path.startsWith('..') && !/^(?:[A-Za-z]:|[/\\])/.test(path));
}
