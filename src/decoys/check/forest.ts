import type { Random } from '../model/random.ts';

/** A random forest (Breiman 2001) over numbers; two classes, probability of the first is the score. */
export interface Forest {
  score(features: ArrayLike<number>): number;
  /** Decrease of Gini impurity per feature, summed over all trees. */
  readonly importance: readonly number[];
}

type Tree =
  | { readonly leaf: number }
  | { readonly feature: number; readonly at: number; readonly low: Tree; readonly high: Tree };

const TREES = 80;
const DEPTH = 12;
const LEAST_LEAF = 4;
/** Cut points tried per feature: as good as all of them at this many rows, and much cheaper. */
const CUTS = 12;

export function growForest(
  rows: readonly ArrayLike<number>[],
  labels: readonly boolean[],
  random: Random,
): Forest {
  const width = rows[0]?.length ?? 0;
  const importance = new Array<number>(width).fill(0);
  const trees = Array.from({ length: TREES }, () => {
    const drawn = rows.map(() => random.between(0, rows.length - 1));
    return grow(drawn, { rows, labels, random, importance, tried: Math.ceil(Math.sqrt(width)) + 2 }, 0);
  });
  const score = (features: ArrayLike<number>): number =>
    trees.reduce((sum, tree) => sum + walk(tree, features), 0) / trees.length;
  return { score, importance };
}

interface Growing {
  readonly rows: readonly ArrayLike<number>[];
  readonly labels: readonly boolean[];
  readonly random: Random;
  readonly importance: number[];
  readonly tried: number;
}

function grow(members: readonly number[], growing: Growing, depth: number): Tree {
  const positive = members.reduce((sum, row) => sum + (growing.labels[row] === true ? 1 : 0), 0);
  const share = positive / Math.max(1, members.length);
  if (depth >= DEPTH || members.length < 2 * LEAST_LEAF || share === 0 || share === 1) return { leaf: share };
  const split = bestSplit(members, growing);
  if (split === null) return { leaf: share };
  growing.importance[split.feature] = (growing.importance[split.feature] ?? 0) + split.gain * members.length;
  const isLow = (row: number): boolean => (growing.rows[row]?.[split.feature] ?? 0) <= split.at;
  return {
    feature: split.feature,
    at: split.at,
    low: grow(members.filter(isLow), growing, depth + 1),
    high: grow(
      members.filter((row) => !isLow(row)),
      growing,
      depth + 1,
    ),
  };
}

function bestSplit(members: readonly number[], { rows, labels, random, tried }: Growing) {
  const width = rows[0]?.length ?? 0;
  let best: { feature: number; at: number; gain: number } | null = null;
  for (let k = 0; k < tried; k++) {
    const feature = random.between(0, width - 1);
    for (let cut = 0; cut < CUTS; cut++) {
      const at = rows[members[random.between(0, members.length - 1)] ?? 0]?.[feature] ?? 0;
      const gain = gainOf(members, rows, labels, feature, at);
      if (gain > (best?.gain ?? 1e-9)) best = { feature, at, gain };
    }
  }
  return best;
}

/** Decrease of the Gini impurity. */
function gainOf(
  members: readonly number[],
  rows: readonly ArrayLike<number>[],
  labels: readonly boolean[],
  feature: number,
  at: number,
): number {
  let low = 0;
  let lowYes = 0;
  let yes = 0;
  for (const row of members) {
    const label = labels[row] === true ? 1 : 0;
    yes += label;
    if ((rows[row]?.[feature] ?? 0) > at) continue;
    low++;
    lowYes += label;
  }
  const high = members.length - low;
  if (low < LEAST_LEAF || high < LEAST_LEAF) return 0;
  const all = members.length;
  return gini(yes / all) - (low / all) * gini(lowYes / low) - (high / all) * gini((yes - lowYes) / high);
}

function gini(share: number): number {
  return 2 * share * (1 - share);
}

function walk(tree: Tree, features: ArrayLike<number>): number {
  let at = tree;
  while (!('leaf' in at)) at = (features[at.feature] ?? 0) <= at.at ? at.low : at.high;
  return at.leaf;
}
