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

/** Learns from `rows` of equal length, of which `labels` says whether they are of the first class. */
export function growForest(
  rows: readonly ArrayLike<number>[],
  labels: readonly boolean[],
  random: Random,
): Forest {
  const width = rows[0]?.length ?? 0;
  const importance = new Array<number>(width).fill(0);
  const columns = Array.from({ length: width }, (_, at) => Float64Array.from(rows, (row) => row[at] ?? 0));
  const yes = Uint8Array.from(labels, Number);
  const growing = { columns, yes, random, importance, tried: Math.ceil(Math.sqrt(width)) + 2 };
  const trees = Array.from({ length: TREES }, () =>
    grow(
      Uint32Array.from(rows, () => random.between(0, rows.length - 1)),
      growing,
      0,
    ),
  );
  const score = (features: ArrayLike<number>): number =>
    trees.reduce((sum, tree) => sum + walk(tree, features), 0) / trees.length;
  return { score, importance };
}

interface Growing {
  /** Feature by feature: a cut looks at one of many rows. */
  readonly columns: readonly Float64Array[];
  /** 1 for rows of the first class. */
  readonly yes: Uint8Array;
  readonly random: Random;
  readonly importance: number[];
  readonly tried: number;
}

function grow(members: Uint32Array, growing: Growing, depth: number): Tree {
  const positive = members.reduce((sum, row) => sum + (growing.yes[row] ?? 0), 0);
  const share = positive / Math.max(1, members.length);
  if (depth >= DEPTH || members.length < 2 * LEAST_LEAF || share === 0 || share === 1) return { leaf: share };
  const split = bestSplit(members, positive, growing);
  if (split === null) return { leaf: share };
  growing.importance[split.feature] = (growing.importance[split.feature] ?? 0) + split.gain * members.length;
  const column = growing.columns[split.feature];
  const isLow = (row: number): boolean => (column?.[row] ?? 0) <= split.at;
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

function bestSplit(members: Uint32Array, positive: number, { columns, yes, random, tried }: Growing) {
  let best: { feature: number; at: number; gain: number } | null = null;
  const labels = pickedOf(members, yes, new Uint8Array(members.length));
  const values = new Float64Array(members.length);
  for (let k = 0; k < tried; k++) {
    const feature = random.between(0, columns.length - 1);
    pickedOf(members, columns[feature] ?? values, values);
    for (let cut = 0; cut < CUTS; cut++) {
      const at = values[random.between(0, members.length - 1)] ?? 0;
      const gain = gainOf(values, labels, positive, at);
      if (gain > (best?.gain ?? 1e-9)) best = { feature, at, gain };
    }
  }
  return best;
}

/** What stands in `from` at the places `members`, side by side in `into`: it is gone through a dozen times. */
function pickedOf<T extends Float64Array | Uint8Array>(members: Uint32Array, from: T, into: T): T {
  for (let i = 0; i < members.length; i++) into[i] = from[members[i] ?? 0] ?? 0;
  return into;
}

/** Decrease of the Gini impurity where rows, of which so many are `positive`, are cut at a value. */
function gainOf(values: Float64Array, labels: Uint8Array, positive: number, at: number): number {
  const all = values.length;
  let low = 0;
  let lowYes = 0;
  for (let i = 0; i < all; i++) {
    if ((values[i] ?? 0) > at) continue;
    low++;
    lowYes += labels[i] ?? 0;
  }
  const high = all - low;
  if (low < LEAST_LEAF || high < LEAST_LEAF) return 0;
  const ofLow = (low / all) * gini(lowYes / low);
  return gini(positive / all) - ofLow - (high / all) * gini((positive - lowYes) / high);
}

function gini(share: number): number {
  return 2 * share * (1 - share);
}

function walk(tree: Tree, features: ArrayLike<number>): number {
  let at = tree;
  while (!('leaf' in at)) at = (features[at.feature] ?? 0) <= at.at ? at.low : at.high;
  return at.leaf;
}
