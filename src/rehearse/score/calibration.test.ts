import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Verdict } from '../../model/index.ts';
import type { TruthRow } from '../truth.ts';
import { brierScore, calibrationOf, mergedCalibration } from './calibration.ts';
import type { Scored } from './join.ts';

function scored(kind: TruthRow['class'], verdict: Verdict | null): Scored {
  return { truth: { class: kind } as TruthRow, id: 'x', verdict, reasons: [] };
}

describe('calibrationOf', () => {
  it('is near zero where the words are right, near one where they are wrong', () => {
    const right = calibrationOf([scored('genuine', 'authentic'), scored('forgery', 'altered')]);
    const wrong = calibrationOf([scored('forgery', 'authentic'), scored('benign', 'altered')]);
    assert.ok((brierScore(right) ?? 1) < 0.001);
    assert.ok((brierScore(wrong) ?? 0) > 0.9);
  });

  it('counts each item in one bin, and leaves out what is neither genuine nor forged', () => {
    const { items, bins } = calibrationOf([
      scored('genuine', 'unverified'),
      scored('decoy', 'authentic'),
      scored('touched', 'unverified'),
      scored('genuine', null),
    ]);
    assert.equal(items, 1);
    assert.deepEqual(
      bins.filter((bin) => bin.items > 0).map(({ from, genuine }) => [from, genuine]),
      [[0.9, 1]],
    );
  });

  it('adds up over exercises', () => {
    const one = calibrationOf([scored('genuine', 'authentic')]);
    const both = mergedCalibration([one, one]);
    assert.equal(both.items, 2);
    assert.equal(brierScore(both), brierScore(one));
    assert.equal(brierScore(calibrationOf([])), null);
  });
});
