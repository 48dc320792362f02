import { randomOf } from '../model/random.ts';

/** Parts into which the mails are dealt; each is judged by what was learnt from the others. */
export const FOLDS = 5;

/**
 * The fold of each mail, by its group: groups stay whole, the largest are dealt first, each into the fold that has fewest,
 * so that one large thread does not leave a fold empty. Equal groups are dealt in an order that follows from the seed.
 */
export function foldsOf(groups: readonly string[], seed: string): number[] {
  const sizes = new Map<string, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const dealt = [...sizes]
    .map(([group, size]) => ({ group, size, key: randomOf(`${seed}/group/${group}`).next() }))
    .sort((a, b) => b.size - a.size || a.key - b.key);
  const filled = new Array<number>(FOLDS).fill(0);
  const foldOf = new Map<string, number>();
  for (const { group, size } of dealt) {
    const fold = filled.indexOf(Math.min(...filled));
    foldOf.set(group, fold);
    filled[fold] = (filled[fold] ?? 0) + size;
  }
  return groups.map((group) => foldOf.get(group) ?? 0);
}
