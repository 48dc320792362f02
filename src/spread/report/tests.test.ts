import assert from 'node:assert/strict';
import { test } from 'node:test';
import { poissonBinomialTail, poissonTail, qValues } from './tests.ts';

function close(actual: number, expected: number): void {
  assert.ok(Math.abs(actual - expected) <= 1e-12 + 1e-9 * expected, `${actual} is not ${expected}`);
}

test('the tail of the Poisson binomial law is the sum over all outcomes', () => {
  const probabilities = [0.1, 0.5, 0.9, 0.3];
  for (let k = 0; k <= 5; k++) {
    let expected = 0;
    for (let outcome = 0; outcome < 16; outcome++) {
      const chance = probabilities.reduce((product, p, i) => product * ((outcome >> i) & 1 ? p : 1 - p), 1);
      if (outcome.toString(2).replaceAll('0', '').length >= k) expected += chance;
    }
    close(poissonBinomialTail(probabilities, k), k > 4 ? 0 : expected);
  }
});

test('the Poisson tail, also where one minus the rest would be nothing but rounding', () => {
  close(poissonTail(1, 1), 1 - Math.exp(-1));
  close(poissonTail(2, 3), 1 - Math.exp(-2) * (1 + 2 + 2));
  // 1e-3^10 / 10! to leading order.
  assert.ok(Math.abs(poissonTail(1e-3, 10) / (1e-30 / 3_628_800) - 1) < 0.002);
  assert.equal(poissonTail(0, 1), 0);
  assert.equal(poissonTail(5, 0), 1);
});

test('q-values of Benjamini and Hochberg over a family larger than the p-values given', () => {
  assert.deepEqual([...qValues([0.01, 0.02, 0.04], 4)], [0.04, 0.04, 0.16 / 3]);
  assert.deepEqual([...qValues([0.5, 0.001], 1000)], [1, 1]);
  assert.deepEqual([...qValues([], 10)], []);
});
