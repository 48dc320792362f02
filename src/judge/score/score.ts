import type { Judgement, Reason, Verdict } from '../../model/index.ts';
import { type EvidenceGroup, LIKELIHOOD_RATIOS, type LikelihoodRatio } from './likelihood-ratios.ts';

/** How likely an item is what it claims to be, between 0 and 1, as far as its reasons tell. */
export interface Score {
  readonly value: number;
  /** From the low ends of all figures and of what was believed before, and from the high ends. */
  readonly low: number;
  readonly high: number;
  /** The reason that counted of each group, the strongest first. */
  readonly from: readonly { readonly group: EvidenceGroup; readonly code: string; readonly ratio: number }[];
}

/**
 * Odds before any evidence that an item of a leak is what it claims to be: nine to one, believed to lie between four
 * and nineteen to one. A cautious assumption: of the leaks whose mail others have checked, most was genuine, and
 * some was planted (docs/evaluation.md holds the score against exercises in which one in eight is forged).
 */
const PRIOR = { odds: 9, low: 4, high: 19 };

/**
 * What each word leaves open. The rules decide the word, and weak hints that add up never turn it: the score is kept
 * within its band, so that it cannot contradict the word. Its middle stands for a word whose reasons have no figure.
 */
export const BANDS: Readonly<
  Record<Verdict, { readonly low: number; readonly usual: number; readonly high: number }>
> = {
  authentic: { low: 0.97, usual: 0.99, high: 0.999 },
  corroborated: { low: 0.8, usual: 0.97, high: 0.99 },
  unverified: { low: 0.3, usual: 0.9, high: 0.97 },
  doubtful: { low: 0.005, usual: 0.05, high: 0.3 },
  altered: { low: 0.001, usual: 0.02, high: 0.1 },
};

const FIGURES: ReadonlyMap<string, LikelihoodRatio> = new Map(
  LIKELIHOOD_RATIOS.map((figure) => [`${figure.code} ${figure.polarity}`, figure]),
);

/** The score of a judgement: prior odds times the strongest ratio of each group of evidence. Pure, and cheap. */
export function scoreOf({ verdict, reasons }: Judgement): Score {
  const counted = strongest(reasons);
  const band = BANDS[verdict];
  if (counted.length === 0) return { value: band.usual, low: band.low, high: band.high, from: [] };
  const within = (odds: number): number => Math.min(band.high, Math.max(band.low, odds / (1 + odds)));
  const times = (start: number, end: 'ratio' | 'low' | 'high'): number =>
    counted.reduce((odds, figure) => odds * figure[end], start);
  return {
    value: rounded(within(times(PRIOR.odds, 'ratio'))),
    low: rounded(within(times(PRIOR.low, 'low'))),
    high: rounded(within(times(PRIOR.high, 'high'))),
    from: counted.map(({ group, code, ratio }) => ({ group, code, ratio: rounded(ratio) })),
  };
}

/** Of each group the reason furthest from saying nothing. */
function strongest(reasons: readonly Reason[]): readonly LikelihoodRatio[] {
  const best = new Map<EvidenceGroup, LikelihoodRatio>();
  for (const { code, polarity } of reasons) {
    const figure = FIGURES.get(`${code} ${polarity}`);
    if (figure === undefined) continue;
    const known = best.get(figure.group);
    if (known === undefined || strength(figure) > strength(known)) best.set(figure.group, figure);
  }
  return [...best.values()].sort((a, b) => strength(b) - strength(a));
}

function strength({ ratio }: LikelihoodRatio): number {
  return Math.abs(Math.log(ratio));
}

/** Four places: more would claim a precision that the figures do not have. */
function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
