import { detectCoordination, type Shares } from '../coordination/index.ts';
import type { LayerShares } from './layers.ts';
import { type Random, shuffle } from './random.ts';

/** Distinct objects from which edges are counted. */
export const OBJECT_LEVELS = [2, 3, 5, 10] as const;

export interface NullCounts {
  /** Mean number of edges over at least so many distinct objects, and the largest seen. */
  readonly mean: readonly number[];
  readonly most: readonly number[];
  readonly repetitions: number;
}

export interface DetectSettings {
  readonly window: number;
  readonly minParticipation: number;
  readonly memory: number;
  readonly maxPairs: number;
}

/**
 * Edges that chance gives when the times of each object are dealt out anew among its sharers: keeps who shared
 * what, and every object's own rhythm. Blind to objects that only the group shared.
 */
export function timesPermuted(
  layer: LayerShares,
  settings: DetectSettings,
  repetitions: number,
  random: Random,
): NullCounts {
  const { shares } = layer;
  return repeated(repetitions, settings, () => {
    const places = grouped(shares.object, shares.objects, random);
    const time = new Float64Array(shares.count);
    // `places` lists each object's rows in random order; the rows in file order take their times.
    const sorted = grouped(shares.object, shares.objects, null);
    for (let i = 0; i < shares.count; i++) time[sorted[i] ?? 0] = shares.time[places[i] ?? 0] ?? 0;
    return { ...shares, time };
  });
}

/**
 * Edges that chance gives when accounts are exchanged among the shares of the same hour and language: keeps
 * when and how much everything was shared. Ignores that people share what they like.
 */
export function accountsPermuted(
  layer: LayerShares,
  settings: DetectSettings,
  repetitions: number,
  random: Random,
): NullCounts {
  const { shares, stratum, strata } = layer;
  return repeated(repetitions, settings, () => {
    const places = grouped(stratum, strata, random);
    const sorted = grouped(stratum, strata, null);
    const account = new Uint32Array(shares.count);
    for (let i = 0; i < shares.count; i++) account[sorted[i] ?? 0] = shares.account[places[i] ?? 0] ?? 0;
    return { ...shares, account };
  });
}

/** How many edges there are over at least 2, 3, 5, 10 distinct objects. */
export function edgeLevels(shares: Shares, settings: DetectSettings): number[] {
  const levels = OBJECT_LEVELS.map(() => 0);
  const ranks = Uint32Array.from({ length: shares.accounts }, (_, id) => id);
  detectCoordination(shares, ranks, { ...settings, pairMemory: () => settings.memory }).forEachEdge(
    (edge) => {
      OBJECT_LEVELS.forEach((level, i) => {
        if (edge.objects >= level) levels[i] = (levels[i] ?? 0) + 1;
      });
    },
  );
  return levels;
}

function repeated(repetitions: number, settings: DetectSettings, shuffled: () => Shares): NullCounts {
  const sums = OBJECT_LEVELS.map(() => 0);
  const most = OBJECT_LEVELS.map(() => 0);
  for (let repetition = 0; repetition < repetitions; repetition++) {
    edgeLevels(shuffled(), settings).forEach((count, i) => {
      sums[i] = (sums[i] ?? 0) + count;
      most[i] = Math.max(most[i] ?? 0, count);
    });
  }
  return { mean: sums.map((sum) => sum / Math.max(1, repetitions)), most, repetitions };
}

/** Row numbers group by group; with `random` in random order within each. */
function grouped(group: Uint32Array, groups: number, random: Random | null): Uint32Array {
  const starts = new Uint32Array(groups + 1);
  for (const value of group) starts[value + 1] = (starts[value + 1] ?? 0) + 1;
  for (let i = 0; i < groups; i++) starts[i + 1] = (starts[i + 1] ?? 0) + (starts[i] ?? 0);
  const next = starts.slice();
  const places = new Uint32Array(group.length);
  group.forEach((value, row) => {
    const place = next[value] ?? 0;
    places[place] = row;
    next[value] = place + 1;
  });
  if (random) for (let i = 0; i < groups; i++) shuffle(places, starts[i] ?? 0, starts[i + 1] ?? 0, random);
  return places;
}
