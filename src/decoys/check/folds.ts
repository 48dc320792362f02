import { type Random, randomOf } from '../model/random.ts';

/** Parts into which the mails are dealt; each is judged by what was learnt from the others. */
export const FOLDS = 5;

interface Member {
  readonly decoy: boolean;
  readonly group: string;
}

/**
 * The fold of each mail, by its group: groups stay whole, the largest are dealt first, each into the fold that has fewest
 * mails of its side, so that every fold has decoys and real mail. Equal groups are dealt in an order that follows from the
 * seed.
 */
export function foldsOf(members: readonly Member[], seed: string): number[] {
  const groups = new Map<string, [number, number]>();
  for (const { group, decoy } of members) {
    const counts = groups.get(group) ?? [0, 0];
    counts[decoy ? 0 : 1]++;
    groups.set(group, counts);
  }
  const dealt = [...groups]
    .map(([group, counts]) => ({ group, counts, key: randomOf(`${seed}/group/${group}`).next() }))
    .sort((a, b) => sumOf(b.counts) - sumOf(a.counts) || a.key - b.key);
  const filled = Array.from({ length: FOLDS }, (): [number, number] => [0, 0]);
  const foldOf = new Map<string, number>();
  for (const { group, counts } of dealt) {
    // What is on both sides (a pair) weighs on both; else on its own alone.
    const weights = filled.map(
      ([decoys, reals]) => (counts[0] > 0 ? decoys : 0) + (counts[1] > 0 ? reals : 0),
    );
    const fold = weights.indexOf(Math.min(...weights));
    foldOf.set(group, fold);
    const own = filled[fold];
    if (own === undefined) continue;
    own[0] += counts[0];
    own[1] += counts[1];
  }
  return members.map(({ group }) => foldOf.get(group) ?? 0);
}

/**
 * As many of either side, the surplus left out at random: with more decoys among what is learnt than among what is judged,
 * the share alone would push every score to one side, and the area under the curve below a half.
 */
export function balanced<T extends Member>(members: readonly T[], random: Random): T[] {
  const sides = [members.filter(({ decoy }) => decoy), members.filter(({ decoy }) => !decoy)];
  const least = Math.min(...sides.map(({ length }) => length));
  const kept = new Set(
    sides.flatMap((side) =>
      side
        .map((member) => ({ member, key: random.next() }))
        .sort((a, b) => a.key - b.key)
        .slice(0, least)
        .map(({ member }) => member),
    ),
  );
  return members.filter((member) => kept.has(member));
}

function sumOf([decoys, reals]: readonly [number, number]): number {
  return decoys + reals;
}
