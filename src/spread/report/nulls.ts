import { detectCoordination, type Shares } from '../coordination/index.ts';
import type { LayerShares } from './layers.ts';
import { type Random, seededRandom, shuffle } from './random.ts';

/** Distinct objects from which edges are counted. */
export const OBJECT_LEVELS = [2, 3, 5, 10] as const;

/** Edges that chance alone gave, at each of `OBJECT_LEVELS`. */
export interface NullCounts {
  /** Mean number of edges over at least so many distinct objects, and the largest seen. */
  readonly mean: readonly number[];
  readonly most: readonly number[];
  readonly repetitions: number;
}

/** How edges are looked for in what was dealt out; `window` in seconds, `memory` in bytes. */
export interface DetectSettings {
  readonly window: number;
  readonly minParticipation: number;
  readonly memory: number;
  readonly maxPairs: number;
}

/** Of a layer what is dealt out anew. */
export type DealtLayer = Pick<LayerShares, 'shares' | 'stratum' | 'strata'>;

/**
 * One repetition of a null model. `times`: the times of each object are dealt out anew among its sharers, which keeps who
 * shared what, and every object's own rhythm, and is blind to objects that only the group shared. `accounts`: accounts
 * are exchanged among the shares of the same hour and language, which keeps when and how much everything was shared, and
 * ignores that people share what they like. Its seed makes it the same wherever it is counted.
 */
export interface Deal {
  readonly model: 'times' | 'accounts';
  readonly seed: number;
}

/** So many repetitions of a model, with seeds from `random`. */
export function dealsOf(model: Deal['model'], repetitions: number, random: Random): readonly Deal[] {
  return Array.from({ length: repetitions }, () => ({ model, seed: Math.floor(random() * 2 ** 32) }));
}

/** How many edges there are over at least 2, 3, 5, 10 distinct objects once all is dealt out. */
export function levelsOfDeal(layer: DealtLayer, settings: DetectSettings, deal: Deal): number[] {
  const random = seededRandom(deal.seed);
  return edgeLevels(
    deal.model === 'times' ? timesDealt(layer, random) : accountsDealt(layer, random),
    settings,
  );
}

function timesDealt({ shares }: DealtLayer, random: Random): Shares {
  // `places` lists each object's rows in random order; the rows in file order take their times.
  const places = grouped(shares.object, shares.objects, random);
  const sorted = grouped(shares.object, shares.objects, null);
  const time = new Float64Array(shares.count);
  for (let i = 0; i < shares.count; i++) time[sorted[i] ?? 0] = shares.time[places[i] ?? 0] ?? 0;
  return { ...shares, time };
}

function accountsDealt({ shares, stratum, strata }: DealtLayer, random: Random): Shares {
  const places = grouped(stratum, strata, random);
  const sorted = grouped(stratum, strata, null);
  const account = new Uint32Array(shares.count);
  for (let i = 0; i < shares.count; i++) account[sorted[i] ?? 0] = shares.account[places[i] ?? 0] ?? 0;
  return { ...shares, account };
}

function edgeLevels(shares: Shares, settings: DetectSettings): number[] {
  const levels = new LevelCounts();
  const ranks = Uint32Array.from({ length: shares.accounts }, (_, id) => id);
  const pairMemory = () => settings.memory;
  detectCoordination(shares, ranks, { ...settings, pairMemory }).forEachEdge(({ objects }) =>
    levels.add(objects),
  );
  return levels.counts;
}

/** Counts edges by the distinct objects they are over. */
export class LevelCounts {
  readonly counts: number[] = OBJECT_LEVELS.map(() => 0);

  add(objects: number): void {
    for (let i = 0; i < OBJECT_LEVELS.length && objects >= (OBJECT_LEVELS[i] ?? 0); i++)
      this.counts[i] = (this.counts[i] ?? 0) + 1;
  }
}

/** Mean and maximum of what repetitions gave. */
export function nullCounts(levels: readonly (readonly number[])[]): NullCounts {
  const of = (i: number) => levels.map((counts) => counts[i] ?? 0);
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  return {
    mean: OBJECT_LEVELS.map((_, i) => sum(of(i)) / Math.max(1, levels.length)),
    most: OBJECT_LEVELS.map((_, i) => of(i).reduce((most, value) => Math.max(most, value), 0)),
    repetitions: levels.length,
  };
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
