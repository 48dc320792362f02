/** Does the score behind the words say how often they are right? */
import { scoreOf } from '../../judge/score/score.ts';
import type { Scored } from './join.ts';

/** Items whose scores are alike. */
export interface CalibrationBin {
  /** Scores from here on, up to the next bin's. */
  readonly from: number;
  readonly items: number;
  /** Of these, what is what it claims to be. */
  readonly genuine: number;
  /** Sum of the scores: over `items`, what was foretold. */
  readonly foretold: number;
}

/** How scores fit the truth. */
export interface Calibration {
  readonly items: number;
  /** Sum over all items of (score − truth)²; over `items` it is the Brier score (Brier 1950): 0 is perfect. */
  readonly brierSum: number;
  readonly bins: readonly CalibrationBin[];
}

const BIN_STARTS = [0, 0.05, 0.3, 0.6, 0.8, 0.9, 0.95, 0.98];

/** Over genuine, harmlessly changed and forged items with a verdict; decoys and touched files are neither. */
export function calibrationOf(scored: readonly Scored[]): Calibration {
  const bins = BIN_STARTS.map((from) => ({ from, items: 0, genuine: 0, foretold: 0 }));
  let items = 0;
  let brierSum = 0;
  for (const { truth, verdict, reasons } of scored) {
    if (verdict === null || truth.class === 'decoy' || truth.class === 'touched') continue;
    const { value } = scoreOf({ verdict, reasons });
    const genuine = truth.class === 'forgery' ? 0 : 1;
    const bin = bins.findLast(({ from }) => value >= from);
    if (bin === undefined) continue;
    items++;
    brierSum += (value - genuine) ** 2;
    bin.items++;
    bin.genuine += genuine;
    bin.foretold += value;
  }
  return { items, brierSum, bins };
}

/** Several exercises as one. */
export function mergedCalibration(all: readonly Calibration[]): Calibration {
  const bins = BIN_STARTS.map((from, index) => {
    const own = all.flatMap((each) => each.bins[index] ?? []);
    const sum = (of: (bin: CalibrationBin) => number): number =>
      own.reduce((total, bin) => total + of(bin), 0);
    return {
      from,
      items: sum((bin) => bin.items),
      genuine: sum((bin) => bin.genuine),
      foretold: sum((bin) => bin.foretold),
    };
  });
  return {
    items: all.reduce((total, each) => total + each.items, 0),
    brierSum: all.reduce((total, each) => total + each.brierSum, 0),
    bins,
  };
}

/** The mean square of what was said less what was true, 0 to 1 (Brier 1950); null without items. */
export function brierScore({ items, brierSum }: Calibration): number | null {
  return items === 0 ? null : brierSum / items;
}
