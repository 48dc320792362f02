import type { Random } from '../model/random.ts';
import { BUCKETS, type Grams } from './grams.ts';

/** Logistic regression over hashed character sequences, tf-idf and unit length, trained by AdaGrad. */
export interface Logistic {
  /** Log odds of being a decoy. */
  score(grams: Grams): number;
  /** Weight of a bucket: positive speaks for a decoy. */
  readonly weights: Float32Array;
  readonly idf: Float32Array;
}

const EPOCHS = 12;
const RATE = 0.5;
const RIDGE = 1e-6;

/** Learns from `texts`, of which `labels` says whether they are decoys. */
export function trainLogistic(texts: readonly Grams[], labels: readonly boolean[], random: Random): Logistic {
  const idf = idfOf(texts);
  const { places, heard, idf: near } = heardOf(texts, idf);
  const learnt = new Float32Array(places.length);
  const squares = new Float32Array(places.length).fill(1e-3);
  let bias = 0;
  const scales = heard.map((grams) => 1 / lengthOf(grams, near));
  const order = texts.map((_, index) => index);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    for (const row of order) {
      const grams = heard[row];
      if (grams === undefined) continue;
      const scale = scales[row] ?? 0;
      const odds = bias + scale * dot(grams, learnt, near);
      const error = 1 / (1 + Math.exp(-odds)) - (labels[row] === true ? 1 : 0);
      bias -= 0.05 * error;
      for (let i = 0; i < grams.index.length; i++) {
        const at = grams.index[i] ?? 0;
        const slope = error * scale * (grams.weight[i] ?? 0) * (near[at] ?? 0) + RIDGE * (learnt[at] ?? 0);
        squares[at] = (squares[at] ?? 0) + slope * slope;
        learnt[at] = (learnt[at] ?? 0) - (RATE * slope) / Math.sqrt(squares[at] ?? 1);
      }
    }
  }
  const weights = new Float32Array(BUCKETS);
  places.forEach((place, at) => {
    weights[place] = learnt[at] ?? 0;
  });
  return { weights, idf, score: (grams) => bias + dot(grams, weights, idf) / lengthOf(grams, idf) };
}

/**
 * The texts without what tells nothing, numbered anew side by side: one bucket in ten is used, and memory is what training
 * waits for. `places` says which bucket a number stands for.
 */
function heardOf(texts: readonly Grams[], idf: Float32Array) {
  const places: number[] = [];
  const numbers = new Map<number, number>();
  const numberOf = (place: number): number => {
    const known = numbers.get(place);
    if (known !== undefined) return known;
    numbers.set(place, places.length);
    return places.push(place) - 1;
  };
  const heard = texts.map(({ index, weight }): Grams => {
    const kept = weight.filter((_, i) => (idf[index[i] ?? 0] ?? 0) > 0);
    return { index: index.filter((at) => (idf[at] ?? 0) > 0).map(numberOf), weight: kept };
  });
  return { places, heard, idf: Float32Array.from(places, (place) => idf[place] ?? 0) };
}

function idfOf(texts: readonly Grams[]): Float32Array {
  const idf = new Float32Array(BUCKETS);
  for (const { index } of texts) for (const at of index) idf[at] = (idf[at] ?? 0) + 1;
  for (let at = 0; at < BUCKETS; at++) {
    const seen = idf[at] ?? 0;
    // What a single text has tells nothing about others.
    idf[at] = seen < 2 ? 0 : Math.log((1 + texts.length) / seen);
  }
  return idf;
}

function dot({ index, weight }: Grams, weights: Float32Array, idf: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < index.length; i++) {
    const at = index[i] ?? 0;
    sum += (weight[i] ?? 0) * (idf[at] ?? 0) * (weights[at] ?? 0);
  }
  return sum;
}

function lengthOf({ index, weight }: Grams, idf: Float32Array): number {
  let sum = 1e-9;
  for (let i = 0; i < index.length; i++) sum += ((weight[i] ?? 0) * (idf[index[i] ?? 0] ?? 0)) ** 2;
  return Math.sqrt(sum);
}

function shuffle(order: number[], random: Random): void {
  for (let last = order.length - 1; last > 0; last--) {
    const other = random.between(0, last);
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
}
