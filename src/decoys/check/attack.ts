import { randomOf } from '../model/random.ts';
import type { Scored } from './auc.ts';
import { balanced, FOLDS, foldsOf } from './folds.ts';
import { growForest } from './forest.ts';
import { BUCKETS, type Grams } from './grams.ts';
import { trainLogistic } from './logistic.ts';

/** What gives decoys away: a feature, how much it weighs, and on which side it is more frequent or larger. */
export interface Tell {
  readonly feature: string;
  readonly weight: number;
  readonly decoys: number;
  readonly reals: number;
}

/**
 * What one attacker made of every mail, and by what; `scored` is in the order in which the mails were given.
 */
export interface Attack {
  readonly scored: readonly Scored[];
  readonly tells: readonly Tell[];
}

/** A mail to be judged, with its group for folds. */
export interface Subject<F> {
  readonly decoy: boolean;
  readonly group: string;
  readonly features: F;
}

const TELLS = 12;

/** Attacks by a random forest over numbers; every mail is judged by a forest that saw nothing of its group. */
export function attackByForest(
  subjects: readonly Subject<Float64Array>[],
  names: readonly string[],
  seed: string,
): Attack {
  const importance = new Array<number>(names.length).fill(0);
  const scored = crossFold(subjects, seed, (train, random) => {
    const forest = growForest(
      train.map((s) => s.features),
      train.map((s) => s.decoy),
      random,
    );
    forest.importance.forEach((value, i) => {
      importance[i] = (importance[i] ?? 0) + value;
    });
    return (features) => forest.score(features);
  });
  const total = importance.reduce((sum, value) => sum + value, 0) || 1;
  const mean = (feature: number, decoy: boolean): number => {
    const values = subjects.filter((s) => s.decoy === decoy).map((s) => s.features[feature] ?? 0);
    return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  };
  const tells = names
    .map((feature, i) => ({ feature, weight: (importance[i] ?? 0) / total, i }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, TELLS)
    .map(({ feature, weight, i }) => ({ feature, weight, decoys: mean(i, true), reals: mean(i, false) }));
  return { scored, tells };
}

/** Attacks by logistic regression over character sequences; `grams` names the buckets for the report. */
export function attackByText(
  subjects: readonly Subject<Grams>[],
  grams: ReadonlyMap<number, string>,
  seed: string,
): Attack {
  const push = new Float64Array(BUCKETS);
  const scored = crossFold(subjects, seed, (train, random) => {
    const model = trainLogistic(
      train.map((s) => s.features),
      train.map((s) => s.decoy),
      random,
    );
    for (let at = 0; at < BUCKETS; at++)
      push[at] = (push[at] ?? 0) + (model.weights[at] ?? 0) * (model.idf[at] ?? 0);
    return (features) => model.score(features);
  });
  return { scored, tells: textTells(subjects, push, grams) };
}

function textTells(
  subjects: readonly Subject<Grams>[],
  push: Float64Array,
  grams: ReadonlyMap<number, string>,
): Tell[] {
  const shares = [new Float64Array(BUCKETS), new Float64Array(BUCKETS)] as const;
  for (const { decoy, features } of subjects)
    for (const at of features.index) shares[decoy ? 0 : 1][at] = (shares[decoy ? 0 : 1][at] ?? 0) + 1;
  const decoys = subjects.filter(({ decoy }) => decoy).length;
  const tells: Tell[] = [];
  for (const [at, feature] of grams) {
    const inDecoys = (shares[0][at] ?? 0) / Math.max(1, decoys);
    const inReals = (shares[1][at] ?? 0) / Math.max(1, subjects.length - decoys);
    // A difference in the direction of the weight is what the attacker used.
    const weight = (push[at] ?? 0) * (inDecoys - inReals);
    if (weight > 0) tells.push({ feature, weight, decoys: inDecoys, reals: inReals });
  }
  return tells.sort((a, b) => b.weight - a.weight).slice(0, 2 * TELLS);
}

/** Folds by group: a thread is either learnt from or judged. */
function crossFold<F>(
  subjects: readonly Subject<F>[],
  seed: string,
  train: (subjects: readonly Subject<F>[], random: ReturnType<typeof randomOf>) => (features: F) => number,
): Scored[] {
  const scored = new Array<Scored>(subjects.length);
  const folds = foldsOf(subjects, seed);
  for (let fold = 0; fold < FOLDS; fold++) {
    const inFold = folds.map((each) => each === fold);
    const random = randomOf(`${seed}/fold/${fold}`);
    const others = subjects.filter((_, i) => inFold[i] !== true);
    const judge = train(balanced(others, random), random);
    subjects.forEach(({ decoy, group, features }, i) => {
      if (inFold[i] === true) scored[i] = { decoy, group, score: judge(features) };
    });
  }
  return scored;
}
