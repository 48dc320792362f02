import type { Measured } from './auc.ts';
import type { CheckResult } from './check-mailbox.ts';

/** What has to hold before decoys may pass for mail of this mailbox; each on the upper 95 % bound. */
export const GATES = { metadata: 0.6, text: 0.7, textAim: 0.6, structure: 0.6, paired: 0.6 } as const;
/** A battery that does not tell naive templates from mail, or that tells mail from mail, measures nothing. */
export const NAIVE_LEAST = 0.95;
/** Where real mail against real mail has to come out: further off, the mailbox is too small or drifts. */
export const FLOOR = { low: 0.45, high: 0.55 } as const;

/** One gate: what was measured, the bound it is held to, and whether it holds. */
export interface GateResult {
  readonly gate: 'metadata' | 'text' | 'structure' | 'paired' | 'naive-control' | 'floor-control';
  readonly measured: Measured;
  readonly bound: number;
  readonly holds: boolean;
}

/** Every gate and both controls; `paired` and the controls by their worst attacker. */
export function gatesOf({ decoys, floor, naive, paired }: CheckResult): GateResult[] {
  const worst = (all: readonly Measured[], by: (measured: Measured) => number): Measured =>
    all.reduce((a, b) => (by(b) > by(a) ? b : a));
  const results: GateResult[] = decoys.map(({ attacker, auc }) => ({
    gate: attacker,
    measured: auc,
    bound: GATES[attacker],
    holds: auc.upper <= GATES[attacker],
  }));
  const pair = worst(Object.values(paired), ({ upper }) => upper);
  results.push({ gate: 'paired', measured: pair, bound: GATES.paired, holds: pair.upper <= GATES.paired });
  // Metadata and text carry the control; naive templates may well be consistent among themselves.
  const main = naive.filter(({ attacker }) => attacker !== 'structure').map(({ auc }) => auc);
  const weakest = worst(main, ({ value }) => -value);
  results.push({
    gate: 'naive-control',
    measured: weakest,
    bound: NAIVE_LEAST,
    holds: weakest.value >= NAIVE_LEAST,
  });
  const off = worst(
    floor.map(({ auc }) => auc),
    ({ value }) => Math.abs(value - 0.5),
  );
  const inside = off.value >= FLOOR.low && off.value <= FLOOR.high;
  results.push({ gate: 'floor-control', measured: off, bound: FLOOR.high, holds: inside });
  return results;
}
