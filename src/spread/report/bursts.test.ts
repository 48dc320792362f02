import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bursts } from './bursts.ts';

test('a steady rate has no burst', () => {
  assert.deepEqual(bursts(Array.from({ length: 50 }, () => 20)), []);
  assert.deepEqual(bursts([]), []);
  assert.deepEqual(bursts([0, 0, 0, 0]), []);
});

test('a stretch far above the mean is one burst, with its bins and posts', () => {
  const counts = Array.from({ length: 60 }, (_, i) => (i >= 30 && i < 35 ? 100 : 10));
  assert.deepEqual(bursts(counts), [{ first: 30, last: 34, count: 500 }]);
});

test('two stretches are two bursts', () => {
  const counts = Array.from({ length: 90 }, (_, i) => (i === 20 || i === 21 || i === 70 ? 200 : 10));
  assert.deepEqual(
    bursts(counts).map(({ first, last }) => [first, last]),
    [
      [20, 21],
      [70, 70],
    ],
  );
});
