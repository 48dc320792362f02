import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { type Reason, VERDICTS } from '../../model/index.ts';
import { reasonText } from '../reasons/index.ts';
import { LIKELIHOOD_RATIOS } from './likelihood-ratios.ts';
import { BANDS, scoreOf } from './score.ts';
import { withScoreTables } from './score-docs.ts';

function reason(code: string, polarity: Reason['polarity']): Reason {
  return { code, polarity, weight: 50, detail: {} };
}

describe('scoreOf', () => {
  it('multiplies independent evidence, and counts one of a group', () => {
    const one = scoreOf({ verdict: 'corroborated', reasons: [reason('arc-chain-valid', 'for')] });
    const two = scoreOf({
      verdict: 'corroborated',
      reasons: [reason('arc-chain-valid', 'for'), reason('dkim-other-domain', 'for')],
    });
    const third = scoreOf({
      verdict: 'corroborated',
      reasons: [reason('dkim-other-domain', 'for'), reason('quoted-in-part', 'note')],
    });
    // Nine to one before, seven times that: 63 to 1.
    assert.equal(two.value, Number((63 / 64).toPrecision(4)));
    assert.ok(one.value < two.value);
    assert.ok(third.value < two.value);
    assert.deepEqual(
      two.from.map(({ code }) => code),
      ['dkim-other-domain'],
    );
  });

  it('never contradicts the word, whatever adds up', () => {
    const all = LIKELIHOOD_RATIOS.map(({ code, polarity }) => reason(code, polarity));
    const sides = [
      all,
      all.filter((each) => each.polarity === 'for'),
      all.filter((each) => each.polarity !== 'for'),
      [],
    ];
    for (const verdict of VERDICTS) {
      for (const reasons of sides) {
        const { value, low, high } = scoreOf({ verdict, reasons });
        assert.ok(BANDS[verdict].low <= low && low <= value && value <= high && high <= BANDS[verdict].high);
      }
    }
  });

  it('takes no figure from a reason told by a later version', () => {
    const { value, from } = scoreOf({ verdict: 'unverified', reasons: [reason('of-tomorrow', 'against')] });
    assert.deepEqual([value, from], [BANDS.unverified.usual, []]);
  });
});

describe('the table', () => {
  it('has each reason once, with a text, a range around its ratio, and the side it says', () => {
    const names = LIKELIHOOD_RATIOS.map(({ code, polarity }) => `${code} ${polarity}`);
    assert.equal(new Set(names).size, names.length);
    for (const { code, polarity, ratio, low, high } of LIKELIHOOD_RATIOS) {
      assert.notEqual(reasonText(code), null, code);
      assert.ok(low <= ratio && ratio <= high, code);
      if (polarity === 'for') assert.ok(ratio > 1, code);
      if (polarity === 'against') assert.ok(ratio < 1, code);
    }
  });

  it('stands in docs/verdicts.md', () => {
    const page = readFileSync(new URL('../../../docs/verdicts.md', import.meta.url), 'utf8');
    assert.equal(withScoreTables(page), page, 'run node scripts/generate-score-docs.ts');
  });
});
