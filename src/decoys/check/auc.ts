import { randomOf } from '../model/random.ts';

/** One judged mail: how much the attacker took it for a decoy. */
export interface Scored {
  readonly decoy: boolean;
  readonly score: number;
  /** Mails of a group stay together in folds and in the bootstrap. */
  readonly group: string;
}

/**
 * An area under the curve (of pairs: the share picked right), 0 to 1, and from how many mails of either side.
 */
export interface Measured {
  readonly value: number;
  /** One-sided upper 95 % bound. */
  readonly upper: number;
  readonly decoys: number;
  readonly reals: number;
}

const ROUNDS = 300;

/**
 * Area under the ROC curve: the chance that a decoy scores higher than a real mail (Mann and Whitney; ties
 * count half). 0.5 is blind, 1 knows. The bound is a bootstrap over groups (Efron): mails of one thread
 * are not independent, and resampling them singly would make the bound too tight.
 */
export function measureAuc(scored: readonly Scored[], seed: string): Measured {
  return bootstrap(scored, auc, seed);
}

/** The area alone, 0 to 1; 0.5 where one side is empty. */
export function auc(scored: readonly Scored[]): number {
  const sorted = scored.toSorted((a, b) => a.score - b.score);
  let ranks = 0;
  let decoys = 0;
  for (let at = 0; at < sorted.length; ) {
    let end = at;
    while (end < sorted.length && sorted[end]?.score === sorted[at]?.score) end++;
    const rank = (at + 1 + end) / 2;
    for (; at < end; at++) {
      if (sorted[at]?.decoy !== true) continue;
      ranks += rank;
      decoys++;
    }
  }
  const reals = sorted.length - decoys;
  if (decoys === 0 || reals === 0) return 0.5;
  return (ranks - (decoys * (decoys + 1)) / 2) / (decoys * reals);
}

/**
 * Share of pairs (a decoy and the real mail whose shape it took: same `pair`) in which the attacker picks
 * the decoy; ties count half.
 */
export function measurePairs(pairs: readonly PairPick[], seed: string): Measured {
  const rate = (picked: readonly PairPick[]): number =>
    picked.length === 0 ? 0.5 : picked.reduce((sum, { right }) => sum + right, 0) / picked.length;
  const measured = bootstrap(pairs, rate, seed);
  return { ...measured, decoys: pairs.length, reals: pairs.length };
}

/** One pair, and whether the attacker picked its decoy. */
export interface PairPick {
  readonly group: string;
  /** 1 when the decoy was picked, 0.5 for a tie. */
  readonly right: number;
}

function bootstrap<T extends { readonly group: string; readonly decoy?: boolean }>(
  all: readonly T[],
  statistic: (some: readonly T[]) => number,
  seed: string,
): Measured {
  const groups = [...Map.groupBy(all, ({ group }) => group).values()];
  const random = randomOf(`${seed}/bootstrap`);
  const values: number[] = [];
  for (let round = 0; round < ROUNDS; round++)
    values.push(statistic(groups.flatMap(() => groups[random.between(0, groups.length - 1)] ?? [])));
  values.sort((a, b) => a - b);
  const decoys = all.filter(({ decoy }) => decoy === true).length;
  const upper = values[Math.floor(0.95 * ROUNDS)] ?? 1;
  return { value: statistic(all), upper, decoys, reals: all.length - decoys };
}
