import type { Random } from '../report/random.ts';
import { PLAN } from './plan.ts';

/** A made-up account. */
export interface RehearsedAccount {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  readonly lang: 'en' | 'fr';
  readonly client: string;
  readonly createdMs: number;
  readonly followers: number;
  /** How much it posts against others. */
  readonly weight: number;
}

const PLACES = {
  US: ['Texas, USA', 'Ohio', 'New York, NY', 'Florida, USA', 'California', 'Austin, TX'],
  FR: ['Paris', 'Lyon, France', 'Marseille', 'Bretagne', 'Lille, France'],
  other: ['London', 'Toronto', 'Bruxelles', 'Moscow', 'somewhere'],
};
const CLIENTS = ['Twitter for iPhone', 'Twitter for Android', 'Twitter Web Client', 'TweetDeck'];

/**
 * Organic accounts: of those that declare a place, more American than French; the French ones post more, so
 * that more of the text is French. A third declares nothing.
 */
export function crowd(random: Random): RehearsedAccount[] {
  return Array.from({ length: PLAN.organicAccounts }, (_, i) => account(random, `${100_000 + i}`));
}

/** A made-up organic account; the same random numbers give the same one. */
export function account(random: Random, id: string): RehearsedAccount {
  const origin = random() < 0.5 ? 'US' : random() < 0.62 ? 'FR' : 'other';
  const lang = origin === 'FR' || (origin === 'other' && random() < 0.3) ? 'fr' : 'en';
  return {
    id,
    name: `${pick(random, ['marie', 'john', 'patriot', 'news', 'jean', 'anna', 'max'])}${Math.floor(random() * (random() < 0.1 ? 1e8 : 1e3))}`,
    place: random() < 0.35 ? '' : pick(random, PLACES[origin]),
    lang,
    client: pick(random, CLIENTS),
    createdMs: PLAN.startMs - random() * 8 * 365 * 86_400_000,
    followers: Math.floor(Math.exp(5 + 1.5 * normal(random))),
    weight: Math.min(12, Math.exp(0.9 * normal(random))) * (lang === 'fr' ? 2.6 : 1),
  };
}

/** One of the values, each as likely. Throws RangeError when there is none. */
export function pick<T>(random: Random, values: readonly T[]): T {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new RangeError('nothing to pick from');
  return value;
}

/** A normal deviate (Box and Muller). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Draws places by weight. */
export function weighted(random: Random, weights: readonly number[]): () => number {
  const sums: number[] = [];
  let sum = 0;
  for (const weight of weights) {
    sum += weight;
    sums.push(sum);
  }
  return () => {
    const at = random() * sum;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) > at) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}
