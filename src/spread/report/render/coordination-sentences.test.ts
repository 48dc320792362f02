import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CoordinationReport } from '../coordination-section.ts';
import { coordinationSentences } from './coordination-sentences.ts';
import { tellerOf } from './teller.ts';

/** One layer in which one group alone shared its objects: times dealt anew give every pair back. */
function report(observed: readonly number[], times: readonly number[]): CoordinationReport {
  const nulls = (mean: readonly number[]) => ({ mean, most: mean, repetitions: 50 });
  return {
    window: 60,
    layers: [
      {
        layer: 'link',
        levels: [2, 3, 5, 10],
        observed,
        timesNull: nulls(times),
        accountsNull: nulls([115.8, 81, 26, 0]),
        hot: [],
      },
    ],
    supported: 1,
    tests: 1000,
    communities: { groups: [{}] },
    audience: 0,
  } as unknown as CoordinationReport;
}

test('the highest level with pairs is told beside the first, and where a null model is blind', () => {
  const [line = '', outcome = ''] = coordinationSentences(
    report([105, 105, 105, 105], [105, 105, 105, 105]),
    tellerOf('en'),
  );
  assert.match(line, /Over 10 objects or more: 105, by chance 105 and 0\./u);
  assert.match(line, /Dealing times anew can tell nothing here/u);
  assert.match(outcome, /^1 pair of accounts stands .* in 1 group;/u);
});

test('nothing is said of blindness where times dealt anew give other counts', () => {
  const [line = ''] = coordinationSentences(report([3, 0, 0, 0], [0.4, 0, 0, 0]), tellerOf('fr'));
  assert.match(line, /^lien\u00a0: 3 paires de comptes ont partagé/u);
  assert.doesNotMatch(line, /Sur \d+ objets|ne peut rien dire/u);
});
