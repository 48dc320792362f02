import { AGAINST, MOST_WEIGHTS, SET_WEIGHTS } from '../../src/bait/mail/set-weights.ts';
import type { MailExample } from './examples.ts';
import { type Fitted, fit, oddsOf } from './fit.ts';

/** One ordinary mail in a hundred of the development half may rank higher than nought. */
const FALSE_SHARE = 0.01;

/** So that no reason decides by itself at its first level, however well it told the two apart here. */
const MOST_WEIGHT = 2;

/** Fits on the development half, puts the set weights in, and moves the bias to where 1 % of ordinary mail lies. */
export function fittedModel(examples: readonly MailExample[], isUsed: (code: string) => boolean): Fitted {
  const development = examples.filter(
    ({ heldOut, kind }) => !heldOut && kind !== 'spam' && kind !== 'unsorted',
  );
  const used = development.map((each) => ({ ...each, levels: usedOf(each.levels, isUsed) }));
  const { weights } = fit(used);
  const rounded = new Map(
    [...weights].map(([code, weight]) => [code, Math.round(Math.min(weight, mostOf(code)) * 100) / 100]),
  );
  for (const [code, weight] of Object.entries(SET_WEIGHTS))
    if (isUsed(code)) rounded.set(code, Math.max(weight, rounded.get(code) ?? 0));
  for (const [code, weight] of Object.entries(AGAINST)) if (isUsed(code)) rounded.set(code, weight);
  const flat = { bias: 0, weights: rounded };
  const ordinary = used.filter(({ isBait }) => !isBait).map(({ levels }) => oddsOf(flat, levels));
  return { bias: -aboveCut(ordinary, FALSE_SHARE), weights: rounded };
}

function mostOf(code: string): number {
  return Object.entries(MOST_WEIGHTS).find(([name]) => name === code)?.[1] ?? MOST_WEIGHT;
}

export function usedOf(
  levels: ReadonlyMap<string, number>,
  isUsed: (code: string) => boolean,
): Map<string, number> {
  return new Map([...levels].filter(([code]) => isUsed(code)));
}

/**
 * Half way from that value to the next higher one: sums of rounded weights are often the same to the last figure, and a
 * threshold that lies on one of them would tell all who share it.
 */
function aboveCut(values: readonly number[], share: number): number {
  const cut = cutAt(values, share);
  const next = values.reduce((least, value) => (value > cut && value < least ? value : least), Infinity);
  return next === Infinity ? cut + 1 : (cut + next) / 2;
}

/** The score that so large a share of the values lies above, and no more. */
export function cutAt(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => b - a);
  return sorted[Math.floor(sorted.length * share)] ?? 0;
}
